package io.tanlian.exchange.pact;

import io.tanlian.exchange.Caller;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.sharing.Accesses;
import io.tanlian.exchange.sharing.Condition;
import io.tanlian.exchange.sharing.FootprintPages;
import io.tanlian.exchange.sharing.FootprintPages.PageRequest;
import io.tanlian.exchange.sharing.Sight;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Answers "ListFootprints", the same in both versions but for how a footprint is written. */
@Component
final class FootprintLists {

  private final FootprintPages pages;
  private final Footprints footprints;
  private final Accesses accesses;
  private final Freshness freshness;

  FootprintLists(
      FootprintPages pages, Footprints footprints, Accesses accesses, Freshness freshness) {
    this.pages = pages;
    this.footprints = footprints;
    this.accesses = accesses;
    this.freshness = freshness;
  }

  /**
   * One page, whose reading is recorded before it is shown.
   *
   * @param path of the list, for the record
   * @param written how a footprint is written; empty where it cannot be, and is left out
   */
  ResponseEntity<?> answer(
      Caller caller,
      HttpServletRequest request,
      String path,
      Condition condition,
      Function<ObjectNode, Optional<ObjectNode>> written) {
    PageRequest page;
    try {
      page = PageQuery.of(request, freshness.awaitHead(), condition);
    } catch (IllegalArgumentException malformed) {
      return PactRefusal.badRequest(String.valueOf(malformed.getMessage())).answer();
    }
    List<Sight> sights = pages.page(caller.participant(), page.andOne());
    var answer = ResponseEntity.ok();
    if (sights.size() > page.limit()) {
      sights = sights.subList(0, page.limit());
      long last = sights.isEmpty() ? page.after() : sights.getLast().index();
      answer.header(HttpHeaders.LINK, PageQuery.next(request, page, last));
    }
    Map<Long, ObjectNode> bodies = footprints.of(sights);
    List<Sight> shown = new ArrayList<>();
    List<ObjectNode> data = new ArrayList<>();
    for (Sight sight : sights) {
      written
          .apply(Objects.requireNonNull(bodies.get(sight.index())))
          .ifPresent(body -> {
            shown.add(sight);
            data.add(body);
          });
    }
    accesses.record(caller.participant(), path, shown, Footprints.SHOWN);
    return answer.body(new FootprintList(data));
  }
}
