using Cake.Core;

namespace Cake.Frosting;

/// <summary>What a build's own context derives from: the engine's context and room for the build's state.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
