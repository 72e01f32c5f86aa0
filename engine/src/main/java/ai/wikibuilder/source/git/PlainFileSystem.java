package ai.wikibuilder.source.git;

import java.io.File;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * Files and nothing else: no program is looked for or run, as git's usual file system does to find
 * its configuration, and no hook can be started.
 */
final class PlainFileSystem extends FS {
  @Override
  public FS newInstance() {
    return new PlainFileSystem();
  }

  @Override
  public boolean supportsExecute() {
    return false;
  }

  @Override
  public boolean isCaseSensitive() {
    return true;
  }

  @Override
  public boolean canExecute(File file) {
    return false;
  }

  @Override
  public boolean setExecute(File file, boolean executable) {
    return false;
  }

  @Override
  public boolean retryFailedLockFileCommit() {
    // Where somebody has a file open, Windows needs a second try; elsewhere it costs nothing.
    return true;
  }

  @Override
  protected @Nullable File discoverGitExe() {
    return null;
  }

  @Override
  protected @Nullable File discoverGitSystemConfig() {
    return null;
  }

  @Override
  public ProcessBuilder runInShell(String command, String[] arguments) {
    throw new UnsupportedOperationException("no program is run");
  }
}
