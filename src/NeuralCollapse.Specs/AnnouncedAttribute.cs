namespace NeuralCollapse.Specs;

/// <summary>
/// The key has a default that says how a network is trained or when it is measured: a plan tells its value where the spec does not, so that
/// nobody trains for days with what they did not choose.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnnouncedAttribute : Attribute;
