// Test hosts crashed when several test classes used TorchSharp at once. That was before src/TorchSharp.targets, which mends a cause of it; that
// it was the only one has not been measured.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
