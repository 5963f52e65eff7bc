using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that every task of a run receives: the same one.</summary>
public interface IFrostingContext : ICakeContext;
