package io.tanlian.exchange.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The network between two hosts: a port that leads to another, and can be cut. */
public final class NetworkLink implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int BYTES_AT_ONCE = 512;

  private final ServerSocket door;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicLong bytesLeft = new AtomicLong(NEVER);
  private final AtomicInteger cuts = new AtomicInteger();

  private NetworkLink(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::letIn);
  }

  /** A way to a port of this machine. */
  public static NetworkLink to(int port) throws IOException {
    return new NetworkLink(port);
  }

  /** What leads there through this link. */
  public int port() {
    return door.getLocalPort();
  }

  /** Nothing comes through any more, and what is open breaks. */
  public void cut() {
    bytesLeft.set(0);
    breakAll();
  }

  /** Breaks in the middle of what comes next, once this many bytes came through. */
  public void cutAfter(long bytes) {
    bytesLeft.set(bytes);
  }

  public void mend() {
    bytesLeft.set(NEVER);
  }

  /** How many connections broke. */
  public int cuts() {
    return cuts.get();
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        open.add(caller);
        if (bytesLeft.get() <= 0) {
          breakAll();
          continue;
        }
        Socket host = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(host);
        Thread.startVirtualThread(() -> carry(caller, host));
        Thread.startVirtualThread(() -> carry(host, caller));
      } catch (IOException nobodyThere) {
        breakAll();
      }
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[BYTES_AT_ONCE];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (bytesLeft.get() != NEVER && bytesLeft.addAndGet(-count) <= 0) {
          breakAll();
          return;
        }
        out.write(bytes, 0, count);
        out.flush();
      }
    } catch (IOException broken) {
      // The other end sees it too.
    }
  }

  private void breakAll() {
    for (Socket socket : open) {
      try {
        if (!socket.isClosed()) {
          cuts.incrementAndGet();
          socket.setSoLinger(true, 0);
          socket.close();
        }
      } catch (IOException alreadyBroken) {
        // As it should be.
      }
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    breakAll();
  }
}
