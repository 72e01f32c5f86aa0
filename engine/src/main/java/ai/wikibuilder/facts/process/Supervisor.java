package ai.wikibuilder.facts.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side: feeds a child, watches its clock, starts a new one when it ends. May be shared
 * by threads.
 *
 * <p>A piece that was in the child's hands when the child ended, or that passed its limit, is tried
 * once more with nothing beside it; then it is given up. All other pieces are handed to the next
 * child and lose nothing.
 *
 * <p>Two threads: one sends pieces (and may wait for the child to read), one looks at the clock.
 * Answers complete futures in the thread that reads the child's output, so what depends on a future
 * must be short.
 */
public final class Supervisor implements AutoCloseable {
  /** Bytes sent ahead to the child, so that its threads never wait. */
  private static final long AHEAD_BYTES_MAX = 2L * 1024 * 1024;

  /** Pieces sent ahead for each of the child's threads. */
  private static final int AHEAD_PIECES_PER_THREAD = 32;

  /** Children in a row that ended before they did anything; then no more are started. */
  private static final int BARREN_CHILDREN_MAX = 3;

  /** How often the clock is looked at. */
  private static final long WATCH_MILLIS = 50;

  private final SupervisorSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition watch = lock.newCondition();
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private final Deque<Piece> alone = new ArrayDeque<>();
  private final Map<Integer, Piece> sent = new LinkedHashMap<>();
  private long pendingBytes;
  private long sentBytes;
  private int nextId;
  private int barrenChildren;
  private boolean retrying;
  private boolean started;
  private boolean closed;
  private long lastSignNanos;
  private @Nullable ChildProcess child;
  private boolean childReady;
  private Optional<String> unavailable = Optional.empty();

  public Supervisor(SupervisorSettings settings) {
    this.settings = settings;
  }

  private static final class Piece {
    final int id;
    final String kind;
    final byte[] content;
    final CompletableFuture<Result> result = new CompletableFuture<>();
    boolean tried;
    boolean late;
    long beganNanos;
    boolean began;

    Piece(int id, String kind, byte[] content) {
      this.id = id;
      this.kind = kind;
      this.content = content;
    }
  }

  /**
   * Hands in a piece. Waits while too many bytes are pending.
   *
   * @return completed when the piece is answered or given up; exceptionally only by {@link #close}
   */
  public CompletableFuture<Result> submit(String kind, byte[] content) {
    lock.lock();
    try {
      while (!closed
          && unavailable.isEmpty()
          && pendingBytes > 0
          && pendingBytes + content.length > settings.pendingBytesMax()) {
        changed.awaitUninterruptibly();
      }
      if (closed) {
        return CompletableFuture.failedFuture(new IllegalStateException("closed"));
      }
      if (unavailable.isPresent()) {
        return CompletableFuture.completedFuture(new Result.Unavailable(unavailable.get()));
      }
      Piece piece = new Piece(nextId++, kind, content);
      pendingBytes += content.length;
      waiting.add(piece);
      startThreads();
      changed.signalAll();
      return piece.result;
    } finally {
      lock.unlock();
    }
  }

  /** Why no child runs and none will; empty while there is hope. */
  public Optional<String> unavailable() {
    lock.lock();
    try {
      return unavailable;
    } finally {
      lock.unlock();
    }
  }

  /** Process id of the child that runs now, if one does. */
  public Optional<Long> childPid() {
    lock.lock();
    try {
      return child == null ? Optional.empty() : Optional.of(child.pid());
    } finally {
      lock.unlock();
    }
  }

  /** Kills the child; futures not completed yet complete exceptionally. */
  @Override
  public void close() {
    List<Piece> left = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      left.addAll(sent.values());
      left.addAll(waiting);
      left.addAll(alone);
      sent.clear();
      waiting.clear();
      alone.clear();
      if (child != null) {
        child.kill();
      }
      changed.signalAll();
      watch.signalAll();
    } finally {
      lock.unlock();
    }
    left.forEach(piece -> piece.result.completeExceptionally(new IllegalStateException("closed")));
  }

  private void startThreads() {
    if (!started) {
      started = true;
      Thread.ofPlatform().daemon().name("parser-feeder").start(this::feed);
      Thread.ofPlatform().daemon().name("parser-watch").start(this::watchClock);
    }
  }

  private void feed() {
    while (true) {
      Piece piece;
      ChildProcess target;
      lock.lock();
      try {
        while (!closed && unavailable.isEmpty() && !maySend()) {
          changed.awaitUninterruptibly();
        }
        if (closed || unavailable.isPresent()) {
          return;
        }
        target = child == null ? startChild() : child;
        if (target == null) {
          continue;
        }
        piece = take();
      } finally {
        lock.unlock();
      }
      try {
        target.send(piece.id, piece.kind, piece.content);
      } catch (IOException e) {
        // The child is gone; its reading thread says so and puts the piece back.
        target.kill();
      }
    }
  }

  /** A piece tried again goes alone: nothing before it is unanswered, nothing follows it. */
  private boolean maySend() {
    if (sent.isEmpty()) {
      return !alone.isEmpty() || !waiting.isEmpty();
    }
    return !retrying
        && alone.isEmpty()
        && !waiting.isEmpty()
        && sentBytes < AHEAD_BYTES_MAX
        && sent.size() < AHEAD_PIECES_PER_THREAD * settings.threadCount();
  }

  private Piece take() {
    retrying = !alone.isEmpty();
    Piece piece = retrying ? alone.remove() : waiting.remove();
    if (sent.isEmpty()) {
      lastSignNanos = System.nanoTime();
    }
    sent.put(piece.id, piece);
    sentBytes += piece.content.length;
    return piece;
  }

  private @Nullable ChildProcess startChild() {
    try {
      childReady = false;
      lastSignNanos = System.nanoTime();
      child = ChildProcess.start(settings.command(), new Reports());
      return child;
    } catch (IOException e) {
      giveUp("the parser's process does not start: " + e.getMessage());
      return null;
    }
  }

  private void giveUp(String reason) {
    unavailable = Optional.of(reason);
    List<Piece> left = new ArrayList<>(sent.values());
    left.addAll(waiting);
    left.addAll(alone);
    waiting.clear();
    alone.clear();
    sent.clear();
    changed.signalAll();
    watch.signalAll();
    left.forEach(piece -> piece.result.complete(new Result.Unavailable(reason)));
  }

  private void watchClock() {
    lock.lock();
    try {
      while (!closed && unavailable.isEmpty()) {
        long now = System.nanoTime();
        ChildProcess current = child;
        if (current != null && !sent.isEmpty() && overdue(now)) {
          current.kill();
        }
        boolean _ = watch.await(WATCH_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Marks the pieces past their limit; also true when nothing at all moves. */
  private boolean overdue(long now) {
    boolean late = false;
    boolean begun = false;
    for (Piece piece : sent.values()) {
      Duration limit = settings.hardLimit().apply(piece.content.length);
      begun |= piece.began;
      if (piece.began && now - piece.beganNanos > limit.toNanos()) {
        piece.late = true;
        late = true;
      }
    }
    boolean silent = !begun && now - lastSignNanos > settings.startLimit().toNanos();
    return late || silent;
  }

  /** What the reading threads report. A child that was replaced is no longer listened to. */
  private final class Reports implements ChildProcess.Listener {
    @Override
    public void ready(ChildProcess from) {
      lock.lock();
      try {
        childReady |= from == child;
        lastSignNanos = System.nanoTime();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void failed(ChildProcess from, String reason) {
      lock.lock();
      try {
        giveUp(reason);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void began(ChildProcess from, int id) {
      lock.lock();
      try {
        Piece piece = sent.get(id);
        if (piece != null && from == child) {
          piece.began = true;
          piece.beganNanos = System.nanoTime();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void done(ChildProcess from, int id, byte[] answer) {
      Piece piece;
      lock.lock();
      try {
        piece = from == child ? sent.remove(id) : null;
        if (piece == null) {
          return;
        }
        barrenChildren = 0;
        lastSignNanos = System.nanoTime();
        release(piece);
        sentBytes -= piece.content.length;
      } finally {
        lock.unlock();
      }
      piece.result.complete(new Result.Answered(answer));
    }

    @Override
    public void ended(ChildProcess from, String reason) {
      Map<Piece, Result> lost = new LinkedHashMap<>();
      lock.lock();
      try {
        if (from != child || closed) {
          return;
        }
        child = null;
        boolean blamed = false;
        boolean killed = sent.values().stream().anyMatch(piece -> piece.late);
        for (Piece piece : takeBack()) {
          boolean guilty = killed ? piece.late : piece.began && childReady;
          blamed |= guilty;
          if (!guilty) {
            putBack(piece);
          } else if (!piece.tried) {
            piece.tried = true;
            alone.add(piece);
          } else {
            release(piece);
            lost.put(piece, killed ? new Result.TimedOut() : new Result.Crashed());
          }
          piece.began = false;
          piece.late = false;
        }
        barrenChildren = blamed ? 0 : barrenChildren + 1;
        if (barrenChildren >= BARREN_CHILDREN_MAX) {
          giveUp("the parser's process ends before it does anything: " + reason);
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      lost.forEach((piece, result) -> piece.result.complete(result));
    }
  }

  /** Newest first, so that putting each back to the front keeps the order. */
  private List<Piece> takeBack() {
    List<Piece> pieces = new ArrayList<>(sent.values());
    pieces.sort(Comparator.comparingInt((Piece piece) -> piece.id).reversed());
    sent.clear();
    sentBytes = 0;
    return pieces;
  }

  private void putBack(Piece piece) {
    if (piece.tried) {
      alone.addFirst(piece);
    } else {
      waiting.addFirst(piece);
    }
  }

  private void release(Piece piece) {
    pendingBytes -= piece.content.length;
    changed.signalAll();
  }
}
