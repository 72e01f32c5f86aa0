package ai.wikibuilder.cli.arguments;

import java.util.List;
import picocli.CommandLine.Option;

/** Hosts that may be connected to though they are not public: a company's git host, a model. */
public final class HostOptions {
  @Option(
      names = "--allow-host",
      paramLabel = "HOST:PORT",
      description = "Also connect to this host, though it is not public. May be repeated.")
  private List<String> allowedHosts = List.of();

  public List<String> allowed() {
    return allowedHosts;
  }
}
