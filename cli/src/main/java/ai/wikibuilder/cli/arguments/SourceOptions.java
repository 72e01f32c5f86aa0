package ai.wikibuilder.cli.arguments;

import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which repository, which part of it, and where the result goes. */
public final class SourceOptions {
  @Parameters(
      paramLabel = "SOURCE",
      description = "The https address of a repository, or a folder of this machine.")
  private String source = "";

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "Branch, tag or full commit id; the default branch otherwise.")
  private @Nullable String ref;

  @Option(names = "--path", paramLabel = "SUB", description = "Only this part of the repository.")
  private String subPath = "";

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only files that match, such as 'src/**'. May be repeated.")
  private List<String> includes = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Not the files that match. May be repeated.")
  private List<String> excludes = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the wiki; ./<name>-wiki otherwise.")
  private @Nullable Path out;

  @Mixin private final HostOptions hosts = new HostOptions();

  /** Hosts to be connected to though they are not public. */
  public List<String> allowedHosts() {
    return hosts.allowed();
  }

  /** The folder of the wiki. */
  public Path output() {
    return (out != null ? out : Path.of(named(Optional.empty()).name() + "-wiki"))
        .toAbsolutePath()
        .normalize();
  }

  /**
   * What is asked for.
   *
   * @param token for a repository that is not public
   */
  public SourceRequest request(Optional<String> token) {
    return new SourceRequest(
        named(token).origin(output()), Optional.ofNullable(ref), subPath, includes, excludes);
  }

  private SourceArgument named(Optional<String> token) {
    return new SourceArgument(source, token);
  }
}
