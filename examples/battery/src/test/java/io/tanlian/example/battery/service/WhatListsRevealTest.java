package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static io.tanlian.contracts.sharing.GrantedPart.INPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.withdrawal.Withdrawal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a reader may not see leaves no trace in a list: not in its counts, pages, links, refusals or
 * status codes.
 */
@ExtendWith(OneExchange.class)
class WhatListsRevealTest {
  private static final List<String> QUERIES =
      List.of(
          "/3/footprints",
          "/3/footprints?limit=0",
          "/3/footprints?limit=1",
          "/3/footprints?status=Active&geography=CN",
          "/3/footprints?status=Deprecated",
          "/3/footprints?validOn=2026-06-01T00:00:00Z",
          "/3/footprints?limit=x",
          "/3/footprints?validOn=x",
          "/2/footprints",
          "/2/footprints?limit=1",
          "/2/footprints?%24filter=created%20ge%20'2020-01-01T00:00:00Z'",
          "/2/footprints?%24filter=nonsense");

  private final Participant owner;
  private final Participant reader;

  WhatListsRevealTest(Exchange exchange) throws Exception {
    this.owner = exchange.newSupplier();
    this.reader = exchange.newSupplier();
  }

  private record Seen(int status, String body, Optional<String> link) {}

  @Test
  void lists_are_the_same_before_and_after_what_one_may_not_see_was_declared() throws Exception {
    String product = Footprints.newProduct();
    List<Seen> before = seen(product);

    Claim declaration = Footprints.of(owner.id(), product);
    owner.publish(declaration);
    assertThat(seen(product)).isEqualTo(before);

    owner.publish(Footprints.grant(reader.id(), product, INPUTS));
    assertThat(seen(product)).isEqualTo(before);

    Participant.Published grant = owner.publish(Footprints.grant(reader.id(), product, FIGURES));
    assertThat(seen(product)).isNotEqualTo(before);
    owner.publish(new Claim.Withdrawn(new Withdrawal(grant.id(), "The contract ended")));
    assertThat(seen(product)).isEqualTo(before);
  }

  @Test
  void hidden_footprints_between_visible_ones_neither_shorten_pages_nor_show_in_links()
      throws Exception {
    String shown = Footprints.newProduct();
    String hidden = Footprints.newProduct();
    owner.publish(Footprints.grant(reader.id(), shown, FIGURES));
    List<String> visible = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      owner.publish(Footprints.of(owner.id(), hidden));
      Claim declaration = Footprints.of(owner.id(), shown);
      owner.publish(declaration);
      visible.add(Footprints.idOf(declaration));
    }
    owner.publish(Footprints.of(owner.id(), hidden));

    HttpResponse<String> whole = reader.get("/3/footprints?limit=3");
    assertThat(
            Exchange.json(whole)
                .path("data")
                .valueStream()
                .map(footprint -> footprint.path("id").stringValue()))
        .containsExactlyElementsOf(visible);
    assertThat(whole.headers().firstValue("Link")).isEmpty();
    assertThat(whole.body()).doesNotContain(hidden);
    assertThat(Exchange.json(reader.get("/3/footprints?limit=2")).path("data").size()).isEqualTo(2);
  }

  @Test
  void a_page_link_shows_nothing_any_more_once_the_grant_is_withdrawn() throws Exception {
    String product = Footprints.newProduct();
    owner.publish(Footprints.of(owner.id(), product));
    owner.publish(Footprints.of(owner.id(), product));
    Participant.Published grant = owner.publish(Footprints.grant(reader.id(), product, FIGURES));
    String link = reader.get("/3/footprints?limit=1").headers().firstValue("Link").orElseThrow();
    String next = link.substring(link.indexOf("/3/"), link.indexOf('>'));
    assertThat(Exchange.json(reader.get(next)).path("data").size()).isEqualTo(1);

    owner.publish(new Claim.Withdrawn(new Withdrawal(grant.id(), "The contract ended")));

    assertThat(Exchange.json(reader.get(next)).path("data").isEmpty()).isTrue();
  }

  private List<Seen> seen(String product) throws Exception {
    List<String> paths = new ArrayList<>(QUERIES);
    paths.add("/3/footprints?productId=" + Exchange.encoded(product));
    paths.add("/3/footprints?companyId=" + Exchange.encoded(owner.id().value()));
    List<Seen> seen = new ArrayList<>();
    for (String path : paths) {
      HttpResponse<String> answer = reader.get(path);
      seen.add(new Seen(answer.statusCode(), answer.body(), answer.headers().firstValue("Link")));
    }
    return seen;
  }
}
