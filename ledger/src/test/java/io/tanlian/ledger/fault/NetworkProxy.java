package io.tanlian.ledger.fault;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The network between a pool and PostgreSQL. It tells the client's messages apart (PostgreSQL
 * documentation, chapter "Message Flow") and strikes at the one it is told to.
 */
final class NetworkProxy implements AutoCloseable {
  /** What happens at the message. */
  enum Fault {
    /** The connection is cut before the server hears of the message. */
    CUT_BEFORE,
    /** The server hears half of the message, then the connection is cut. */
    CUT_WITHIN,
    /** The server hears the message, but the client hears nothing any more. */
    CUT_AFTER,
    /** From this message on nothing passes either way, and nobody is told. */
    FREEZE_BEFORE,
    /** The same, but the server hears this message. */
    FREEZE_AFTER,
    /** The server hears the message, then it is as if it were dead: see {@link #die}. */
    DIE_AFTER
  }

  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  private final ServerSocket clients;
  private final int serverPort;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Duration delay = Duration.ZERO;
  private @Nullable Fault fault;
  private int faultyMessage;
  private int messagesBeforeFault;
  private boolean frozen;
  private volatile boolean serverDead;

  private NetworkProxy(ServerSocket clients, int serverPort) {
    this.clients = clients;
    this.serverPort = serverPort;
  }

  static NetworkProxy to(int serverPort) throws IOException {
    NetworkProxy proxy = new NetworkProxy(new ServerSocket(0, 50, LOCALHOST), serverPort);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  int port() {
    return clients.getLocalPort();
  }

  /** Strikes once, at the message with this number from now on; the next has number 0. */
  synchronized void strike(Fault next, int message) {
    fault = next;
    faultyMessage = message;
    messagesBeforeFault = message;
  }

  /** Strikes no more; how many messages have passed if it did not strike, else none. */
  synchronized OptionalInt callOff() {
    boolean pending = fault != null;
    fault = null;
    return pending ? OptionalInt.of(faultyMessage - messagesBeforeFault) : OptionalInt.empty();
  }

  /** From now on nothing passes on any connection, old or new, until {@link #thaw}. */
  synchronized void freeze() {
    frozen = true;
  }

  synchronized void thaw() {
    frozen = false;
    notifyAll();
  }

  /** From now on every connection, old or new, is cut, until {@link #revive}. */
  void die() {
    serverDead = true;
    sockets.forEach(NetworkProxy::cut);
  }

  void revive() {
    serverDead = false;
  }

  /** Whether the fault that was asked for has happened. */
  synchronized boolean hasStruck() {
    return fault == null;
  }

  /** Every message takes so long from now on, either way. */
  void delayEach(Duration each) {
    delay = each;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    thaw();
    clients.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = clients.accept();
        if (serverDead) {
          client.close();
          continue;
        }
        Socket server = new Socket(LOCALHOST, serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.addAll(List.of(client, server));
        Line line = new Line(client, server);
        Thread.ofVirtual().start(line::passMessages);
        Thread.ofVirtual().start(line::passAnswers);
      }
    } catch (IOException e) {
      if (!clients.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized @Nullable Fault faultAtNextMessage() {
    if (fault == null || messagesBeforeFault-- > 0) {
      return null;
    }
    Fault due = fault;
    fault = null;
    return due;
  }

  private synchronized void awaitThaw() throws InterruptedException {
    while (frozen) {
      wait();
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean dead;

    private Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void passMessages() {
      try {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
        byte[] startup = body(in, in.readInt());
        awaitThaw();
        out.writeInt(startup.length + Integer.BYTES);
        out.write(startup);
        out.flush();
        while (true) {
          int type = in.readUnsignedByte();
          byte[] body = body(in, in.readInt());
          TimeUnit.NANOSECONDS.sleep(delay.toNanos());
          awaitThaw();
          pass(type, body, out);
        }
      } catch (IOException | InterruptedException _) {
        cut();
      }
    }

    void passAnswers() {
      byte[] buffer = new byte[8_192];
      try {
        while (true) {
          int length = server.getInputStream().read(buffer);
          TimeUnit.NANOSECONDS.sleep(delay.toNanos());
          awaitThaw();
          if (dead) {
            return;
          }
          if (length < 0) {
            cut();
            return;
          }
          client.getOutputStream().write(buffer, 0, length);
        }
      } catch (IOException | InterruptedException _) {
        if (!dead) {
          cut();
        }
      }
    }

    private void pass(int type, byte[] body, DataOutputStream out)
        throws IOException, InterruptedException {
      Fault due = faultAtNextMessage();
      boolean heard =
          due == null
              || due == Fault.CUT_WITHIN
              || due == Fault.CUT_AFTER
              || due == Fault.FREEZE_AFTER
              || due == Fault.DIE_AFTER;
      dead = due != null;
      if (heard) {
        out.writeByte(type);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body, 0, due == Fault.CUT_WITHIN ? body.length / 2 : body.length);
        out.flush();
      }
      switch (due) {
        case CUT_BEFORE, CUT_WITHIN, CUT_AFTER -> throw new IOException("cut");
        case FREEZE_BEFORE, FREEZE_AFTER -> {
          closed.await();
          throw new IOException("closed");
        }
        case DIE_AFTER -> die();
        case null -> {}
      }
    }

    private void cut() {
      NetworkProxy.cut(client);
      NetworkProxy.cut(server);
    }

    private static byte[] body(DataInputStream in, int length) throws IOException {
      byte[] body = new byte[length - Integer.BYTES];
      in.readFully(body);
      return body;
    }
  }
}
