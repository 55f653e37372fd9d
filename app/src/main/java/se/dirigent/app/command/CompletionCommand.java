package se.dirigent.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the completion script of bash and zsh. */
@Command(
    name = "completion",
    aliases = "generate-completion",
    description = "Writes a completion script: source <(dirigent completion)")
final class CompletionCommand implements Callable<Integer> {
  @Mixin private final JsonReport report = new JsonReport();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = DirigentCommand.commandLine();
    String script = AutoComplete.bash("dirigent", root);
    if (report.wanted()) {
      report.write(Map.of("shell", "bash", "script", script));
    } else if (spec != null) {
      spec.commandLine().getOut().print(script);
      spec.commandLine().getOut().flush();
    }
    return Exit.DONE;
  }
}
