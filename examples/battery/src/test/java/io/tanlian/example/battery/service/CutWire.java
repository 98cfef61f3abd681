package io.tanlian.example.battery.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A wire to a server that breaks for good after so many bytes were sent over it. */
final class CutWire implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private final URI server;
  private final AtomicLong bytesLeft;

  CutWire(URI server, long bytes) throws IOException {
    this.server = server;
    this.bytesLeft = new AtomicLong(bytes);
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        Socket upstream = new Socket(server.getHost(), server.getPort());
        ends.add(client);
        ends.add(upstream);
        Thread.ofVirtual().start(() -> copy(client, upstream, true));
        Thread.ofVirtual().start(() -> copy(upstream, client, false));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void copy(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (counted && bytesLeft.addAndGet(-read) < 0) {
          close();
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException cut) {
      close();
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket end : ends) {
        end.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a socket closes", e);
    }
  }
}
