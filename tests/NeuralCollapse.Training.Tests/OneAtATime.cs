// A test changes what libtorch holds for the whole process: whether its results are repeatable.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
