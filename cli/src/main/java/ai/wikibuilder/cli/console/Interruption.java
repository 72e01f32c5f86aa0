package ai.wikibuilder.cli.console;

/**
 * Lets a command that is interrupted from outside (Ctrl-C, SIGTERM) take away what it has not
 * finished: the thread is interrupted and the process waits for it, for a while.
 */
public final class Interruption implements AutoCloseable {
  /** How long clearing up may take before the process ends all the same. */
  private static final long CLEAR_UP_MILLIS_MAX = 5_000;

  private static volatile boolean processEnds;

  private final Thread hook;
  private volatile boolean begun;

  private Interruption(Thread worker) {
    this.hook =
        new Thread(
            () -> {
              begun = true;
              processEnds = true;
              worker.interrupt();
              try {
                worker.join(CLEAR_UP_MILLIS_MAX);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "clear-up");
  }

  /** Watches over the calling thread until closed. */
  public static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether some command of this process was interrupted: whoever clears up need only return. */
  public static boolean endsTheProcess() {
    return processEnds;
  }

  /** Whether the process is being ended from outside. */
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public void close() {
    if (!begun) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        begun = true; // the process ends already; the hook runs or has run
      }
    }
  }
}
