package se.dirigent.app.command;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.client.ServiceUnreachable;
import se.dirigent.core.Refused;

/** The command all others hang under. */
@Command(
    name = "dirigent",
    description = "Dispatch of ambulances and other prehospital resources.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ReplayCommand.class,
      TravelCommand.class,
      PlanCommand.class,
      DistributeCommand.class,
      ExerciseCommand.class,
      SimulateCommand.class,
      CalibrateCommand.class,
      RoadsCommand.class,
      FallbackCommand.class,
      DoctorCommand.class,
      AdministratorCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The work was done.",
      "1:Part of the work was not done; the report says which.",
      "2:The command line was not understood.",
      "3:The service did not answer.",
      "4:The service could not start."
    },
    footer = {
      "",
      "Without a command: demo.",
      "Every command takes --json FILE for a report a program can read; - is standard output."
    })
public final class DirigentCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /**
   * Carries out a command line.
   *
   * @return the exit code, see {@link Exit}
   */
  public static int execute(String... arguments) {
    String[] line = arguments.length == 0 ? new String[] {"demo"} : arguments;
    return commandLine().execute(line);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new DirigentCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> report(failure, command.getErr()));
    return line;
  }

  private static int report(Exception failure, PrintWriter err) {
    return switch (failure) {
      case ServiceUnreachable e -> {
        err.println("The service does not answer: " + e.getMessage());
        err.println("Start one with: dirigent demo, or name another with --url");
        yield Exit.UNREACHABLE;
      }
      case ServiceRefused e -> {
        err.println("The service refused: " + e.getMessage());
        yield Exit.NOT_DONE;
      }
      case Refused e -> {
        err.println("Refused: " + e.getMessage());
        yield Exit.NOT_DONE;
      }
      case NoSuchFileException e -> {
        err.println("There is no file " + e.getFile());
        yield Exit.USAGE;
      }
      case IllegalArgumentException e -> {
        err.println(e.getMessage());
        yield Exit.USAGE;
      }
      default -> {
        err.println("Stopped: " + failure);
        yield Exit.NOT_DONE;
      }
    };
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Name a command");
    }
  }
}
