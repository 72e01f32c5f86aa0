package ai.wikibuilder.cli.mcp;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two streams of messages, a line each, that are counted: the end of the input is passed on only
 * when every request has its answer, so that what was piped in is answered before it ends.
 */
final class Exchange {
  /** Longest that an answer is waited for after the input has ended. */
  private static final long SECONDS_MAX = 120;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InputStream in;
  private final OutputStream out;
  private int asked;
  private int answered;
  private boolean ended;

  Exchange(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Waits for the end of the input. */
  void awaitEnd() {
    lock.lock();
    try {
      while (!ended) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  InputStream input() {
    return new FilterInputStream(in) {
      private final ByteArrayOutputStream line = new ByteArrayOutputStream();

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
          if (buffer[i] == '\n') {
            count(line.toString(StandardCharsets.UTF_8));
            line.reset();
          } else {
            line.write(buffer[i]);
          }
        }
        if (count < 0) {
          end();
        }
        return count;
      }
    };
  }

  OutputStream output() {
    return new FilterOutputStream(out) {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        for (int i = offset; i < offset + length; i++) {
          if (bytes[i] == '\n') {
            answered();
          }
        }
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private void count(String message) {
    lock.lock();
    try {
      // A request has an id and a method; a notification has no id, an answer no method.
      asked += message.contains("\"id\"") && message.contains("\"method\"") ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }

  private void answered() {
    lock.lock();
    try {
      answered++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end() throws IOException {
    lock.lock();
    try {
      long nanos = TimeUnit.SECONDS.toNanos(SECONDS_MAX);
      while (answered < asked && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an answer was waited for", e);
    } finally {
      ended = true;
      changed.signalAll();
      lock.unlock();
    }
  }
}
