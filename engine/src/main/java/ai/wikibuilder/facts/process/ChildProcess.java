package ai.wikibuilder.facts.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * One running child as the parent sees it. A thread reads what it says; another keeps the end of
 * its standard error for the reason of its end.
 */
final class ChildProcess {
  /** What a Java process may need to find its libraries. */
  private static final Set<String> KEPT_VARIABLES =
      Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

  /** Pipe buffers, in bytes. */
  private static final int BUFFER_BYTES = 64 * 1024;

  /** How much of the child's standard error is kept, in characters. */
  private static final int COMPLAINT_CHARACTERS_MAX = 2_000;

  /** How long to wait for the end of a child whose output has ended. */
  private static final long END_SECONDS = 5;

  private final Process process;
  private final DataOutputStream out;
  private final Listener listener;
  private volatile String complaint = "";
  private final long startedNanos = System.nanoTime();

  private ChildProcess(Process process, Listener listener) {
    this.process = process;
    this.listener = listener;
    this.out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
  }

  /** What a child does, told by its reading thread. {@code ended} is the last call, always made. */
  interface Listener {
    void ready(ChildProcess child);

    void failed(ChildProcess child, String reason);

    void began(ChildProcess child, int id);

    void done(ChildProcess child, int id, byte[] answer);

    void ended(ChildProcess child, String reason);
  }

  static ChildProcess start(List<String> command, Listener listener) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // It reads hostile text: tokens and keys of this process's environment are none of its
    // business.
    builder.environment().keySet().retainAll(KEPT_VARIABLES);
    ChildProcess child = new ChildProcess(builder.start(), listener);
    Thread.ofPlatform().daemon().name("parser-answers").start(child::listen);
    Thread.ofPlatform().daemon().name("parser-complaints").start(child::keepComplaint);
    return child;
  }

  long pid() {
    return process.pid();
  }

  long startedNanos() {
    return startedNanos;
  }

  /** Sends one piece; for one thread. May wait as long as the child does not read. */
  void send(int id, String kind, byte[] content) throws IOException {
    out.writeInt(id);
    out.writeUTF(kind);
    out.writeInt(content.length);
    out.write(content);
    out.flush();
  }

  /** Ends the child at once, also in the middle of native code. */
  void kill() {
    process.destroyForcibly();
  }

  private void listen() {
    String reason = "its output ended";
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES))) {
      for (int type = in.read(); type >= 0; type = in.read()) {
        hear((byte) type, in);
      }
    } catch (IOException e) {
      reason = "its output is not readable: " + e.getMessage();
    } finally {
      kill();
      listener.ended(this, reason + ", " + exit() + complaint());
    }
  }

  private void hear(byte type, DataInputStream in) throws IOException {
    switch (type) {
      case Wire.READY -> listener.ready(this);
      case Wire.FAILED -> listener.failed(this, in.readUTF());
      case Wire.BEGAN -> listener.began(this, in.readInt());
      case Wire.DONE -> {
        int id = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > Wire.BYTES_MAX) {
          throw new IOException("an answer of " + length + " bytes");
        }
        byte[] answer = new byte[length];
        in.readFully(answer);
        listener.done(this, id, answer);
      }
      default -> throw new IOException("a message of type " + type);
    }
  }

  private String exit() {
    try {
      return process.waitFor(END_SECONDS, java.util.concurrent.TimeUnit.SECONDS)
          ? "exit code " + process.exitValue()
          : "still running";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "end not awaited";
    }
  }

  private String complaint() {
    String text = complaint.strip();
    return text.isEmpty() ? "" : ": " + text.lines().findFirst().orElse("");
  }

  private void keepComplaint() {
    byte[] buffer = new byte[1024];
    StringBuilder kept = new StringBuilder();
    try (InputStream errors = process.getErrorStream()) {
      for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
        if (kept.length() < COMPLAINT_CHARACTERS_MAX) {
          kept.append(new String(buffer, 0, count, UTF_8));
          complaint = kept.toString();
        }
      }
    } catch (IOException e) {
      complaint = kept.append(e.getMessage()).toString();
    }
  }
}
