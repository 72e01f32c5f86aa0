package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void theArchiveOfTheServerIsForServeAloneAndForTheFolderItWasMadeIn() throws IOException {
    Path jdk = fakeJdk("jdk", "25.0.1");
    Path java = jdk.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Path app = fakeProgram();
    String made = "%s %s\n".formatted(app.toRealPath(), jdk);
    Files.writeString(app.resolve("server.home"), made);

    assertThat(launched(jdk, "serve")).contains("-XX:AOTCache=" + app.toRealPath());
    assertThat(launched(jdk, "search", "serve")).doesNotContain("AOTCache");
    Files.writeString(app.resolve("server.home"), "/elsewhere" + made);
    assertThat(launched(jdk, "serve")).doesNotContain("AOTCache").contains("aiwiki.jar serve");
  }

  /** The launcher with a program that looks built. */
  private Path fakeProgram() throws IOException {
    Path app = home.resolve("program/cli/target/app");
    Files.createDirectories(app);
    Files.createDirectories(home.resolve("program/scripts"));
    Files.copy(Path.of("../aiwiki"), home.resolve("program/aiwiki"));
    Files.copy(FINDER, home.resolve("program/scripts/find-jdk.sh"));
    for (String file : new String[] {"aiwiki.jar", "built", "server.aot"}) {
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
