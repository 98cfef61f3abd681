package io.tanlian.benchmarks.pact;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the peer answers, from memory.
 *
 * @param pages by their path
 * @param footprints each in the body that one alone is answered with
 */
record PlainAnswers(Map<String, Page> pages, Map<UUID, Body> footprints) {
  /**
   * A page.
   *
   * @param next path of the page that follows; empty after the last
   */
  record Page(Body body, String next) {}

  static void write(ReadList list, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(list.pages().size());
      for (ReadList.Page page : list.pages()) {
        out.writeUTF(page.path());
        out.writeUTF(page.next().orElse(""));
        write(out, page.body().bytes());
      }
      out.writeInt(list.footprints().size());
      for (ReadList.Place place : list.footprints()) {
        out.writeUTF(place.id().toString());
        String footprint = place.page().text(place.from(), place.to());
        write(out, ("{\"data\":" + footprint + "}").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static PlainAnswers read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Map<String, Page> pages = new HashMap<>();
      for (int count = in.readInt(); count > 0; count--) {
        String path = in.readUTF();
        String next = in.readUTF();
        pages.put(path, new Page(body(in), next));
      }
      Map<UUID, Body> footprints = new HashMap<>();
      for (int count = in.readInt(); count > 0; count--) {
        footprints.put(UUID.fromString(in.readUTF()), body(in));
      }
      return new PlainAnswers(pages, footprints);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Body body(DataInputStream in) throws IOException {
    return new Body(in.readNBytes(in.readInt()));
  }
}
