package io.tanlian.contracts.pact.translation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of one translation, as it grows. */
final class Losses {
  private final List<Loss> losses = new ArrayList<>();

  void dropped(String from, String words) {
    losses.add(new Loss.Dropped(from, words));
  }

  /** Reports a value that has no place in the target, if there is one. */
  void droppedIfAny(@Nullable Object value, String from, String words) {
    if (value != null) {
      dropped(from, words);
    }
  }

  void changed(String from, String to, String words) {
    losses.add(new Loss.Changed(from, to, words));
  }

  /** The value, or the one assumed in its place. */
  <T> T orAssumed(@Nullable T value, T assumed, String to, String words) {
    if (value != null) {
      return value;
    }
    losses.add(new Loss.Assumed(to, words));
    return assumed;
  }

  void assumed(String to, String words) {
    losses.add(new Loss.Assumed(to, words));
  }

  List<Loss> all() {
    return List.copyOf(losses);
  }
}
