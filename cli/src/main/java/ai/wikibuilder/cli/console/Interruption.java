package ai.wikibuilder.cli.console;

import ai.wikibuilder.models.gate.CallsUnderWay;
import java.time.Duration;

/**
 * Lets a command that is interrupted from outside (Ctrl-C, SIGTERM) take away what it has not
 * finished: the thread is interrupted and the process waits for it, for a while. Calls of models
 * that are under way are let end before, unless there is a second interruption.
 */
public final class Interruption implements AutoCloseable {
  /** How long clearing up may take before the process ends all the same. */
  private static final long CLEAR_UP_MILLIS_MAX = 5_000;

  /** How long calls may go on: a long page at fifty tokens a second takes half of it. */
  private static final Duration CALLS_MAX = Duration.ofSeconds(60);

  private static volatile boolean processEnds;

  private final Thread worker;
  private final Thread hook = new Thread(this::end, "clear-up");
  private volatile boolean begun;
  private volatile Runnable callsEnd = () -> {};

  private Interruption(Thread worker) {
    this.worker = worker;
  }

  /** Watches over the calling thread until closed. */
  public static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** From now on these calls are let end, and {@code console} is told when there are some. */
  public void letEnd(CallsUnderWay calls, Console console) {
    callsEnd = () -> letThemEnd(calls, console);
  }

  private void end() {
    begun = true;
    processEnds = true;
    callsEnd.run();
    worker.interrupt();
    try {
      worker.join(CLEAR_UP_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void letThemEnd(CallsUnderWay calls, Console console) {
    calls.beginNoMore();
    int count = calls.count();
    if (count == 0) {
      return;
    }
    boolean again = SecondSignal.interrupts(Thread.currentThread());
    console.say(
        "waiting for %d %s of the model that will have to be paid, at most %d s%s"
            .formatted(
                count,
                count == 1 ? "reply" : "replies",
                CALLS_MAX.toSeconds(),
                again ? "; Ctrl-C again stops at once" : ""));
    try {
      calls.awaitNone(CALLS_MAX);
    } catch (InterruptedException e) {
      // the second one: the calls are cancelled with the thread, and written down as that
    }
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
