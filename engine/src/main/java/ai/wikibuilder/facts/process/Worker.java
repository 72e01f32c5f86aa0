package ai.wikibuilder.facts.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The child's side: reads pieces of work from a stream, does them in threads, writes the answers to
 * another. Ends the process when the parent goes away.
 */
public final class Worker {
  /** Read and write buffers, in bytes: a pipe's usual size. */
  private static final int BUFFER_BYTES = 64 * 1024;

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final DataInputStream in;
  private final DataOutputStream out;

  public Worker(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in, BUFFER_BYTES));
    this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
  }

  /** Does pieces; for one thread. */
  @FunctionalInterface
  public interface Task {
    /** The answer to one piece. What it throws ends the process. */
    byte[] answer(String kind, byte[] content);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Piece(int id, String kind, byte[] content) {}

  /**
   * Works until the parent closes the stream, then ends the process. Never returns.
   *
   * @param tasks gives each thread its own task
   */
  public void work(int threadCount, Supplier<Task> tasks) {
    say(Wire.READY, Optional.empty());
    for (int i = 0; i < threadCount; i++) {
      Thread.ofPlatform().daemon().name("parser-" + i).start(() -> answerAll(tasks));
    }
    try {
      while (true) {
        int id = in.readInt();
        String kind = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > Wire.BYTES_MAX) {
          throw new IOException("a piece of " + length + " bytes");
        }
        byte[] content = new byte[length];
        in.readFully(content);
        pieces.add(new Piece(id, kind, content));
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    } catch (IOException e) {
      Runtime.getRuntime().halt(2);
    }
  }

  /** Tells the parent that this child can do nothing, and why; then ends the process. */
  public void fail(String reason) {
    say(Wire.FAILED, Optional.of(reason));
    Runtime.getRuntime().halt(3);
  }

  private void answerAll(Supplier<Task> tasks) {
    try {
      Task task = tasks.get();
      while (true) {
        Piece piece = pieces.take();
        synchronized (out) {
          out.writeByte(Wire.BEGAN);
          out.writeInt(piece.id());
          out.flush();
        }
        byte[] answer = task.answer(piece.kind(), piece.content());
        synchronized (out) {
          out.writeByte(Wire.DONE);
          out.writeInt(piece.id());
          out.writeInt(answer.length);
          out.write(answer);
          out.flush();
        }
      }
    } catch (Throwable e) {
      // Whatever it was, this piece is to blame and a fresh process is the way on.
      e.printStackTrace();
      Runtime.getRuntime().halt(4);
    }
  }

  private void say(byte type, Optional<String> text) {
    try {
      synchronized (out) {
        out.writeByte(type);
        if (text.isPresent()) {
          out.writeUTF(text.get());
        }
        out.flush();
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(2);
    }
  }
}
