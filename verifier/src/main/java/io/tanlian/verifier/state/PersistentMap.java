package io.tanlian.verifier.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map that shares its structure with the map it was made from: a trie over the
 * bits of the hash code, five at a time. Putting costs a few small arrays, whatever the size.
 */
final class PersistentMap<K, V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final Node<K, V> root;

  private PersistentMap(Node<K, V> root) {
    this.root = root;
  }

  static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(new Branch<>(0, List.of()));
  }

  Optional<V> get(K key) {
    int hash = spread(key);
    Node<K, V> node = root;
    for (int shift = 0; node instanceof Branch<K, V> branch; shift += BITS) {
      int bit = bit(hash, shift);
      if ((branch.bitmap & bit) == 0) {
        return Optional.empty();
      }
      node = branch.children.get(branch.position(bit));
    }
    return node instanceof Leaf<K, V> leaf && leaf.hash == hash
        ? leaf.pairs.stream().filter(pair -> pair.key.equals(key)).map(Pair::value).findFirst()
        : Optional.empty();
  }

  /** The map with this value for this key. */
  PersistentMap<K, V> with(K key, V value) {
    return new PersistentMap<>(put(root, 0, spread(key), new Pair<>(key, value)));
  }

  void forEach(Consumer<? super V> action) {
    visit(root, action);
  }

  private sealed interface Node<K, V> permits Branch, Leaf {}

  private record Pair<K, V>(K key, V value) {}

  private record Branch<K, V>(int bitmap, List<Node<K, V>> children) implements Node<K, V> {
    int position(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }

    Branch<K, V> with(int bit, @Nullable Node<K, V> replaced, Node<K, V> child) {
      List<Node<K, V>> changed = new ArrayList<>(children);
      if (replaced == null) {
        changed.add(position(bit), child);
      } else {
        changed.set(position(bit), child);
      }
      return new Branch<>(bitmap | bit, changed);
    }
  }

  private record Leaf<K, V>(int hash, List<Pair<K, V>> pairs) implements Node<K, V> {
    Leaf<K, V> with(Pair<K, V> pair) {
      List<Pair<K, V>> changed = new ArrayList<>(pairs);
      changed.removeIf(known -> known.key.equals(pair.key));
      changed.add(pair);
      return new Leaf<>(hash, changed);
    }
  }

  private static <K, V> Node<K, V> put(Node<K, V> node, int shift, int hash, Pair<K, V> pair) {
    return switch (node) {
      case Branch<K, V> branch -> {
        int bit = bit(hash, shift);
        Node<K, V> child =
            (branch.bitmap & bit) == 0 ? null : branch.children.get(branch.position(bit));
        Node<K, V> changed =
            child == null ? new Leaf<>(hash, List.of(pair)) : put(child, shift + BITS, hash, pair);
        yield branch.with(bit, child, changed);
      }
      case Leaf<K, V> leaf when leaf.hash == hash -> leaf.with(pair);
      case Leaf<K, V> leaf ->
          put(new Branch<>(bit(leaf.hash, shift), List.<Node<K, V>>of(leaf)), shift, hash, pair);
    };
  }

  private static <K, V> void visit(Node<K, V> node, Consumer<? super V> action) {
    switch (node) {
      case Branch<K, V> branch -> branch.children.forEach(child -> visit(child, action));
      case Leaf<K, V> leaf -> leaf.pairs.forEach(pair -> action.accept(pair.value));
    }
  }

  private static int bit(int hash, int shift) {
    return 1 << ((hash >>> shift) & MASK);
  }

  private static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }
}
