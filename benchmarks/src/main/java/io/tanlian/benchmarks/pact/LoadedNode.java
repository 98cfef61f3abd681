package io.tanlian.benchmarks.pact;

import io.tanlian.contracts.participant.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** A node with a catalogue on it, and the list that its reader gets. */
record LoadedNode(
    ExchangeNode node, Catalogue catalogue, Tokens tokens, List<JsonNode> readers, ReadList list) {
  /** A node answers each of them 500 requests a second. */
  private static final int READERS = 8;

  static LoadedNode load(ExchangeNode node, Catalogue catalogue) throws Exception {
    Loading.load(node, catalogue);
    Tokens tokens = new Tokens(node);
    List<JsonNode> readers = tokens.newClients(Catalogue.READER, Role.LEAD_FIRM, READERS);
    return new LoadedNode(
        node, catalogue, tokens, readers, walk(node, catalogue, tokens.of(readers)));
  }

  /**
   * Walks all pages again.
   *
   * @throws IllegalStateException unless each footprint that is visible is there once
   */
  void requireWhole() throws IOException {
    walk(node, catalogue, tokens.of(readers));
  }

  /** Connections of the reader, by turns of each of its clients. */
  Target target() throws IOException {
    List<String> headers = tokens.of(readers);
    return Target.open(number -> reader(node, headers.get(number % READERS)), node::processorTime);
  }

  /** So many of its pages in version 2, as they are answered now. */
  List<Read> translated(int count) throws IOException {
    List<Read> pages = new ArrayList<>();
    try (HttpsConnection connection = reader(node, tokens.of(readers).getFirst())) {
      for (int i = 0; i < count; i++) {
        ReadList.Page page = ReadList.any(list.pages(), ThreadLocalRandom.current());
        String path = page.path().replaceFirst("^/3/", "/2/");
        Answer answer = connection.get(path).requireDone();
        if (!answer.next().equals(page.next().map(next -> next.replaceFirst("^/3/", "/2/")))) {
          throw new IllegalStateException("version 2 has other pages than version 3");
        }
        pages.add(Read.of(path, answer.body()));
      }
    }
    return pages;
  }

  private static ReadList walk(ExchangeNode node, Catalogue catalogue, List<String> headers)
      throws IOException {
    try (HttpsConnection connection = reader(node, headers.getFirst())) {
      ReadList list = ReadList.walk(connection);
      list.requireExactly(catalogue.visible());
      return list;
    }
  }

  private static HttpsConnection reader(ExchangeNode node, String header) throws IOException {
    return new HttpsConnection(node.url(), node.tls(), header);
  }
}
