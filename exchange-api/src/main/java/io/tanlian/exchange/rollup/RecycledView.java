package io.tanlian.exchange.rollup;

import static io.tanlian.exchange.rollup.RollUpView.plain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.exchange.rollup.RollUpView.PinView;
import io.tanlian.footprint.rollup.RecycledPart;
import io.tanlian.footprint.rollup.RecyclingEffect;
import java.util.Optional;

/**
 * A {@link RecyclingEffect} as JSON.
 *
 * @param change against as much primary material; absent where its burden is not known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RecycledView(
    String product,
    PinView pin,
    String claim,
    String method,
    String share,
    String burden,
    Optional<String> change) {

  static RecycledView of(RecyclingEffect effect) {
    PartView part = PartView.of(effect.part());
    return new RecycledView(
        effect.product().value(),
        PinView.of(effect.at()),
        part.claim(),
        part.method(),
        part.share(),
        part.burden(),
        effect.change().map(RollUpView::plain));
  }

  /** The recycled part of an input, where the input itself is shown. */
  record PartView(String claim, String method, String share, String burden) {
    static PartView of(RecycledPart part) {
      return new PartView(
          part.claim().value(),
          part.method().wireName(),
          plain(part.share()),
          plain(part.burden()));
    }
  }
}
