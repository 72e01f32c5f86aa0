package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell part: which JDK is found, and what is said when there is none. */
class LauncherTest {
  private static final Path FINDER = Path.of("../scripts/find-jdk.sh").toAbsolutePath().normalize();

  @TempDir Path home;

  @Test
  void aJdk25InJavaHomeIsTaken() throws IOException {
    Path jdk = fakeJdk("named", "25.0.1");

    assertThat(find(Map.of("JAVA_HOME", jdk.toString()))).isEqualTo(jdk.toString());
  }

  @Test
  void anOlderJavaHomeIsPassedOver() throws IOException {
    Path old = fakeJdk("old", "17.0.15");
    Path manager = fakeJdk(".sdkman/candidates/java/25-tem", "25");

    String found = find(Map.of("JAVA_HOME", old.toString()));

    assertThat(found).isEqualTo(manager.toString());
  }

  @Test
  void toolchainManagersAreLookedThrough() throws IOException {
    for (String folder :
        new String[] {
          ".sdkman/candidates/java/x",
          ".jdks/x",
          ".asdf/installs/java/x",
          ".local/share/mise/installs/java/x",
          ".jenv/versions/x",
          ".jabba/jdk/x",
          ".gradle/jdks/x"
        }) {
      Path jdk = fakeJdk(folder, "25.0.3");

      assertThat(find(Map.of())).as(folder).isEqualTo(jdk.toString());

      Files.delete(jdk.resolve("release"));
    }
  }

  @Test
  void aNewerJdkIsTakenWhenThereIsNo25() throws IOException {
    Path newer = fakeJdk(".jdks/newer", "26");

    assertThat(find(Map.of())).isEqualTo(newer.toString());
  }

  @Test
  void withoutAnyJdkTheUserIsToldWhatToInstall() throws IOException {
    fakeJdk(".jdks/old", "17.0.1");

    assertThat(find(Map.of())).contains("No JDK 25").contains("apt-get install");
  }

  @Test
  void theArchiveOfTheServerIsForServeAlone() throws IOException {
    Path jdk = jdkThatMakesArchives();
    Path app = fakeProgram();

    assertThat(launched(jdk, "serve"))
        .contains("first start of the server", "-XX:AOTCache=" + app.toRealPath());
    assertThat(launched(jdk, "serve")).startsWith("-XX:").contains("-XX:AOTCache=");
    assertThat(launched(jdk, "search", "serve")).doesNotContain("AOTCache");
  }

  /**
   * Starts were slow for ever in a copied folder; a changed jar gave three lines of errors at each.
   */
  @Test
  void theArchiveIsMadeAgainForAnotherFolderJdkOrJar() throws IOException {
    Path jdk = jdkThatMakesArchives();
    Path app = fakeProgram();
    Path note = app.resolve("server.home");

    for (String made : List.of("/elsewhere " + jdk, app.toRealPath() + " /jdk", "none", "")) {
      Files.writeString(note, made + "\n");
      assertThat(launched(jdk, "serve"))
          .as(made)
          .startsWith("aiwiki: the program, its folder or the JDK is another one")
          .contains("-XX:AOTCache=");
    }
    FileTime later = FileTime.from(Files.getLastModifiedTime(note).toInstant().plusSeconds(1));
    Files.setLastModifiedTime(app.resolve("aiwiki.jar"), later);
    assertThat(launched(jdk, "serve")).contains("is another one");
  }

  @Test
  void whatCannotBeMadeIsNotTriedAtEachStart() throws IOException {
    Path jdk = jdkThatMakesArchives();
    Path java = jdk.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    fakeProgram();

    assertThat(launched(jdk, "serve")).contains("first start of the server", "aiwiki.jar serve");
    assertThat(launched(jdk, "serve")).startsWith("-XX:").doesNotContain("AOTCache");
  }

  /** Its java says what it was called with, and writes the archive that it is asked for. */
  private Path jdkThatMakesArchives() throws IOException {
    Path jdk = fakeJdk("jdk", "25.0.1");
    Path java = jdk.resolve("bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for word; do case $word in -XX:AOTCacheOutput=*) : >"${word#*=}" ;; esac; done
        echo "$@"
        """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return jdk;
  }

  /** The launcher with a program that looks built. */
  private Path fakeProgram() throws IOException {
    Path app = home.resolve("program/cli/target/app");
    Files.createDirectories(app);
    Files.createDirectories(home.resolve("program/scripts"));
    Files.copy(Path.of("../aiwiki"), home.resolve("program/aiwiki"));
    for (String script : new String[] {"find-jdk.sh", "server-archive.sh"}) {
      Files.copy(FINDER.resolveSibling(script), home.resolve("program/scripts").resolve(script));
    }
    for (String file : new String[] {"aiwiki.jar", "built"}) {
      Files.createFile(app.resolve(file));
    }
    return app;
  }

  private String launched(Path jdk, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("program/aiwiki").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", jdk.toString());
    return said(builder);
  }

  private Path fakeJdk(String folder, String version) throws IOException {
    Path jdk = home.resolve(folder);
    Files.createDirectories(jdk.resolve("bin"));
    Path javac = jdk.resolve("bin/javac");
    if (!Files.exists(javac)) {
      Files.writeString(javac, "#!/bin/sh\n");
      assertThat(javac.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }

  /** Runs the finder as if nothing but {@code home} and the given variables existed. */
  private String find(Map<String, String> environment) throws IOException {
    String script =
        ". '" + FINDER + "'; jdks_of_this_machine() { :; }; require_jdk && echo \"$JAVA_HOME\"";
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    return said(builder);
  }

  private static String said(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return said.strip();
  }
}
