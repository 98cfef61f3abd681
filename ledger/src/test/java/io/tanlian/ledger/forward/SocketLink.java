package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.election.NodeAddress;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Messages between test nodes: a plain socket each, with the bytes that the service would send. */
final class SocketLink {
  private static final int TIMEOUT_MS = 60_000;

  /** Which sequencer of a node is asked. */
  enum Door {
    /** Appends there, or not at all. */
    LOCAL(0),
    /** Appends there or at the leader. */
    ANYWHERE(1);

    private final int number;

    Door(int number) {
      this.number = number;
    }
  }

  private SocketLink() {}

  /** Asks the leader itself; never its own forwarding. */
  static CompletableFuture<byte[]> toLeader(NodeAddress leader, byte[] message) {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        answer.complete(exchange(leader.url(), Door.LOCAL, message));
      } catch (IOException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  static AppendOutcome append(
      URI node, Door door, List<NewEntry> entries, AppendCondition condition) throws IOException {
    return OutcomeMessage.decode(
        exchange(node, door, new AppendMessage(entries, condition).encode()));
  }

  private static byte[] exchange(URI node, Door door, byte[] message) throws IOException {
    try (Socket socket = new Socket(node.getHost(), node.getPort())) {
      socket.setSoTimeout(TIMEOUT_MS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeByte(door.number);
      out.writeInt(message.length);
      out.write(message);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      return in.readNBytes(in.readInt());
    }
  }

  static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  static NodeAddress address(String name, ServerSocket server) {
    return new NodeAddress(
        name, URI.create("tcp://127.0.0.1:" + server.getLocalPort()), "sha256:none");
  }

  /** Answers until the process ends. */
  static void serve(ServerSocket server, Sequencer local, Sequencer anywhere) throws IOException {
    while (true) {
      Socket socket = server.accept();
      Thread.startVirtualThread(() -> answer(socket, local, anywhere));
    }
  }

  private static void answer(Socket socket, Sequencer local, Sequencer anywhere) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      Sequencer asked = in.readByte() == Door.LOCAL.number ? local : anywhere;
      byte[] answer = new ForwardedAppends(asked).answer(in.readNBytes(in.readInt())).join();
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(answer.length);
      out.write(answer);
    } catch (IOException e) {
      System.out.println("a caller hung up: " + e);
    }
  }
}
