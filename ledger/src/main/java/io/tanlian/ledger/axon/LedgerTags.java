package io.tanlian.ledger.axon;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/** Tags of the ledger are text, {@code key:value}; Axon's are pairs. */
public final class LedgerTags {
  private static final char SEPARATOR = ':';

  /** Reads the tags of an entry; annotations cannot, for the payload is bytes. */
  public static final TagResolver RESOLVER =
      event ->
          event instanceof LedgerEventMessage message
              ? toAxon(message.entry().tags())
              : Set.<Tag>of();

  private LedgerTags() {}

  static Set<Tag> toAxon(Set<String> tags) {
    return tags.stream().map(LedgerTags::toAxon).collect(Collectors.toUnmodifiableSet());
  }

  static Set<String> fromAxon(Set<Tag> tags) {
    return tags.stream().map(LedgerTags::fromAxon).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Criteria without restriction flatten to nothing, which means everything: one set without tags.
   */
  static Set<Set<String>> fromAxon(EventCriteria criteria) {
    Set<EventCriterion> criterions = criteria.flatten();
    return criterions.isEmpty()
        ? Set.of(Set.of())
        : criterions.stream()
            .map(criterion -> fromAxon(criterion.tags()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the tags alone do not decide what matches. */
  static boolean namesTypes(EventCriteria criteria) {
    return criteria.flatten().stream().anyMatch(criterion -> !criterion.types().isEmpty());
  }

  static boolean matches(EventCriteria criteria, LedgerEventMessage message) {
    QualifiedName name = message.type().qualifiedName();
    return criteria.matches(name, toAxon(message.entry().tags()));
  }

  private static Tag toAxon(String tag) {
    int separator = tag.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("a tag must be key:value to pass through Axon: " + tag);
    }
    return Tag.of(tag.substring(0, separator), tag.substring(separator + 1));
  }

  private static String fromAxon(Tag tag) {
    if (tag.key().indexOf(SEPARATOR) >= 0) {
      throw new IllegalArgumentException("the key of a tag must not hold a colon: " + tag.key());
    }
    return tag.key() + SEPARATOR + tag.value();
  }
}
