package io.tanlian.exchange.serve;

import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The database of a node that was started before, for the work of its operator. The embedded one is
 * reached where the node runs; where it does not, it is started, and stopped again at the end.
 */
public final class NodeDatabase implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final DatabaseAccess access;
  private final VerifierKey logKey;
  private final CheckpointHome home;

  private NodeDatabase(
      Path data, Optional<ServeSettings.ExternalDatabase> external, HomeSettings homeSettings)
      throws IOException, StartRefused {
    Path root = data.toAbsolutePath().normalize();
    try {
      NodeIdentity identity = NodeIdentity.kept(root.resolve("node.json"));
      boolean running = external.isEmpty() && DataDirectory.isHeld(root);
      if (external.isPresent() || running) {
        NodeSecrets secrets = NodeSecrets.open(root.resolve("secrets"), identity.origin());
        this.logKey = secrets.logKey().verifierKey();
        this.access =
            external.isPresent()
                ? external.get().access(secrets.servicePassword())
                : EmbeddedDatabase.ofRunning(root.resolve("postgres"), secrets);
      } else {
        DataDirectory directory = DataDirectory.open(root);
        opened.push(directory);
        NodeSecrets secrets = NodeSecrets.open(directory.secrets(), identity.origin());
        this.logKey = secrets.logKey().verifierKey();
        EmbeddedDatabase embedded =
            EmbeddedDatabase.start(
                directory.cluster(), secrets, NodeSecrets.superuserPassword(directory.secrets()));
        opened.push(embedded);
        this.access = embedded.access();
      }
      OpenedHome openedHome = OpenedHome.open(homeSettings, root, identity.origin());
      opened.push(openedHome);
      this.home = openedHome.home();
    } catch (Throwable failure) {
      close();
      throw failure;
    }
  }

  /**
   * Opens it.
   *
   * @throws StartRefused if there is no node in the data directory, or its database is not to be
   *     reached
   */
  public static NodeDatabase open(
      Path data, Optional<ServeSettings.ExternalDatabase> external, HomeSettings home)
      throws IOException, StartRefused {
    return new NodeDatabase(data, external, home);
  }

  public DatabaseAccess access() {
    return access;
  }

  /** The key that the log's checkpoints are signed with. */
  public VerifierKey logKey() {
    return logKey;
  }

  /** The second home of the newest checkpoint. */
  public CheckpointHome home() {
    return home;
  }

  @Override
  public void close() throws IOException {
    try {
      while (!opened.isEmpty()) {
        opened.pop().close();
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
