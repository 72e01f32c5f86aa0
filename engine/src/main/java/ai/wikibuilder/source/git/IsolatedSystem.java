package ai.wikibuilder.source.git;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The machine as git sees it here: without the configuration of a user or of the system, which
 * could name proxies, headers, credentials, or turn checks off.
 */
final class IsolatedSystem extends SystemReader.Delegate {
  /**
   * How exact time stamps of files are taken to be, instead of measuring for seconds: all but
   * FAT's.
   */
  private static final String TIMESTAMP_EXACTNESS = "10 milliseconds";

  IsolatedSystem(SystemReader machine) {
    super(machine);
    setPlatformChecker();
  }

  @Override
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fileSystem) {
    FileBasedConfig config = new FixedConfig(parent, fileSystem);
    // The runtime's SHA-1 is the processor's own, ten times as fast. It does not notice a collision
    // made on purpose; whoever could make one is the host itself, which may send any content
    // anyway,
    // and what is kept by content is kept under its SHA-256 too.
    config.setString("core", null, "sha1Implementation", "jdkNative");
    return config;
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fileSystem) {
    return new FixedConfig(parent, fileSystem);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fileSystem) {
    return new FixedConfig(parent, fileSystem);
  }

  @Override
  public @Nullable Path getXdgConfigDirectory(FS fileSystem) {
    return null;
  }

  @Override
  public @Nullable Path getXdgCacheDirectory(FS fileSystem) {
    return null;
  }

  /** A configuration that is in memory only. */
  private static final class FixedConfig extends FileBasedConfig {
    FixedConfig(@Nullable Config parent, FS fileSystem) {
      super(parent, null, fileSystem);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() {
      // There is no file.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      // Asked for the clock of a file system: the times below are known without measuring.
      return section.equals("filesystem")
          ? TIMESTAMP_EXACTNESS
          : super.getString(section, subsection, name);
    }
  }
}
