package ai.wikibuilder.models.gate;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls of providers are under way, and whether more may begin: a process that is to end
 * lets those that are paid end first. May be shared by threads; whoever ends the process asks it.
 */
public final class CallsUnderWay {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private int count;
  private boolean last;

  /** A rate whose turns are counted here. */
  public KeyRate counting(KeyRate rate) {
    return new KeyRate() {
      @Override
      public Turn await(int tokens) throws InterruptedException {
        Turn turn = rate.await(tokens);
        try {
          begin();
        } catch (InterruptedException e) {
          turn.close();
          throw e;
        }
        return () -> {
          turn.close();
          end();
        };
      }

      @Override
      public void holdOff(Duration time) {
        rate.holdOff(time);
      }
    };
  }

  /** No call begins after this: whoever wants to waits until it is interrupted. */
  public void beginNoMore() {
    lock.lock();
    try {
      last = true;
    } finally {
      lock.unlock();
    }
  }

  /** Calls that were sent and have not ended. */
  public int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until none is under way, or so long.
   *
   * @throws InterruptedException when whoever waits is not to wait any longer
   */
  public void awaitNone(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (count > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (last) {
        ended.await(); // for good: only the interruption of its thread ends it
      }
      count++;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      count--;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
