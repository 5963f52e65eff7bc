using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The options that belong to the host; every other one is an argument of the build.</summary>
internal sealed class RunSettings : CommandSettings
{
    [CommandOption("--target|-t|--Target <TARGET>")]
    [DefaultValue("Default")]
    public string[] Targets { get; set; } = [];

    [CommandOption("--verbosity|-v <VERBOSITY>")]
    [TypeConverter(typeof(VerbosityConverter))]
    public Verbosity? Verbosity { get; set; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    public bool Description { get; set; }

    [CommandOption("--tree|--showtree")]
    public bool Tree { get; set; }

    [CommandOption("--dryrun|--noop|--whatif")]
    public bool DryRun { get; set; }

    [CommandOption("--exclusive|-e")]
    public bool Exclusive { get; set; }
}
