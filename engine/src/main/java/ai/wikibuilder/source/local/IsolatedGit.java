package ai.wikibuilder.source.local;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The machine as the git library sees it: without the user's and the system's configuration and
 * without environment variables, so that a snapshot depends on the repository alone.
 */
public final class IsolatedGit extends SystemReader {
  private final SystemReader machine;

  private IsolatedGit(SystemReader machine) {
    this.machine = machine;
  }

  /** Puts this view in place for the whole process; again does nothing. */
  public static synchronized void install() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof IsolatedGit)) {
      SystemReader.setInstance(new IsolatedGit(current));
    }
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  public String getProperty(String key) {
    return machine.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  @SuppressWarnings("deprecation") // The library has newer methods and still demands this one.
  public long getCurrentTime() {
    return machine.getCurrentTime();
  }

  @Override
  @SuppressWarnings("deprecation") // As above.
  public int getTimezone(long when) {
    return machine.getTimezone(when);
  }

  /**
   * Empty, except that it knows the clock of every file system. Without an answer the library
   * measures it by writing probe files beside the repository, and waits for that.
   */
  private static final class FixedConfig extends FileBasedConfig {
    /** Coarser than every file system in use but FAT; a coarser clock only costs a re-read. */
    private static final long CLOCK_MILLIS = 10;

    FixedConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, @Nullable String subsection, String name, long missing, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(CLOCK_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, missing, unit);
    }
  }
}
