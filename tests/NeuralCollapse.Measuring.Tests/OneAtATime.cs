// libtorch's heap was seen to be corrupted, and the test host to crash, when several test classes used TorchSharp at once. A worker never
// does: it trains on one thread.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
