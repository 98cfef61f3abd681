package io.tanlian.benchmarks.axon4;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * A cache that forgets nothing, the best Axon can have here: its own weak one is emptied by every
 * garbage collection.
 */
final class EveryAggregate implements Cache {
  private final Map<Object, Object> values = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // the interface's own promises
  public <K, V> V get(K key) {
    return (V) values.get(key);
  }

  @Override
  public void put(Object key, Object value) {
    values.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return values.putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return values.remove(key) != null;
  }

  @Override
  public boolean containsKey(Object key) {
    return values.containsKey(key);
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> true;
  }

  @Override
  @SuppressWarnings("unchecked") // the interface's own promise
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    values.computeIfPresent(key, (_, value) -> update.apply((V) value));
  }
}
