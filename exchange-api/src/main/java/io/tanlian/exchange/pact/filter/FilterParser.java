package io.tanlian.exchange.pact.filter;

import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.exchange.pact.filter.Token.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a filter by recursive descent:
 *
 * <pre>
 * filter     = [ and ] end
 * and        = term { "and" term }
 * term       = "(" and ")" | any | comparison
 * any        = path "/any" "(" name ":" element ")"
 * element    = "(" element ")" | name "eq" literal
 * comparison = path operator literal
 * operator   = "eq" | "lt" | "le" | "gt" | "ge"
 * literal    = quoted | bare
 * </pre>
 */
final class FilterParser {
  private static final String ANY = "/any";

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int comparisons;

  FilterParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  FilterExpression filter() throws Misfit {
    if (next().kind() == Kind.END) {
      return new FilterExpression.And(List.of());
    }
    FilterExpression whole = and();
    expect(Kind.END, "\"and\" or the end");
    return whole;
  }

  private FilterExpression and() throws Misfit {
    List<FilterExpression> terms = new ArrayList<>();
    terms.add(term());
    while (next().is("and")) {
      at++;
      terms.add(term());
    }
    return terms.size() == 1 ? terms.getFirst() : new FilterExpression.And(terms);
  }

  private FilterExpression term() throws Misfit {
    if (next().kind() == Kind.OPEN) {
      open();
      FilterExpression inner = and();
      close();
      return inner;
    }
    Token path = expect(Kind.NAME, "a property");
    if (++comparisons > FilterParse.COMPARISONS_MAX) {
      throw new Misfit(
          path.position(), "a filter has at most " + FilterParse.COMPARISONS_MAX + " comparisons.");
    }
    return path.text().endsWith(ANY) ? any(path) : comparison(path);
  }

  private FilterExpression any(Token path) throws Misfit {
    Property property =
        property(path, path.text().substring(0, path.text().length() - ANY.length()));
    if (property.type() != Property.Type.COLLECTION) {
      throw new Misfit(path.position(), property.path() + " has one value; any does not apply.");
    }
    open();
    Token variable = expect(Kind.NAME, "a name for each element");
    expect(Kind.COLON, "\":\"");
    FilterExpression inner = element(property, variable.text());
    close();
    return inner;
  }

  private FilterExpression element(Property property, String variable) throws Misfit {
    if (next().kind() == Kind.OPEN) {
      open();
      FilterExpression inner = element(property, variable);
      close();
      return inner;
    }
    Token name = expect(Kind.NAME, "\"" + variable + "\"");
    if (!name.is(variable)) {
      throw new Misfit(
          name.position(),
          "%s stands for nothing here; write %s.".formatted(name.words(), variable));
    }
    requireEq(operator(), property);
    return new FilterExpression.AnyIs(property, expect(Kind.QUOTED, "a text in quotes").text());
  }

  private FilterExpression comparison(Token path) throws Misfit {
    Property property = property(path, path.text());
    return switch (property.type()) {
      case COLLECTION ->
          throw new Misfit(
              path.position(),
              "%1$s has several values; write %1$s/any(id:id eq '...')."
                  .formatted(property.path()));
      case TIME -> new FilterExpression.TimeIs(property, operator().operator(), time());
      case TEXT -> {
        requireEq(operator(), property);
        yield new FilterExpression.TextIs(property, expect(Kind.QUOTED, "a text in quotes").text());
      }
    };
  }

  private record Placed(Operator operator, int position) {}

  private Placed operator() throws Misfit {
    Token keyword = expect(Kind.NAME, "eq, lt, le, gt or ge");
    return Operator.ofKeyword(keyword.text())
        .map(operator -> new Placed(operator, keyword.position()))
        .orElseThrow(() ->
            new Misfit(
                keyword.position(),
                keyword.words() + " is not supported; write eq, lt, le, gt or ge."));
  }

  private static void requireEq(Placed placed, Property property) throws Misfit {
    if (placed.operator() != Operator.EQ) {
      throw new Misfit(placed.position(), property.path() + " can be compared by eq only.");
    }
  }

  private Instant time() throws Misfit {
    Token literal = next();
    if (literal.kind() != Kind.QUOTED && literal.kind() != Kind.BARE) {
      throw expected("a time", literal);
    }
    at++;
    try {
      return new DateTime(literal.text()).instant();
    } catch (IllegalArgumentException malformed) {
      throw new Misfit(literal.position(), malformed.getMessage() + ".");
    }
  }

  private static Property property(Token path, String name) throws Misfit {
    return Property.ofPath(name)
        .orElseThrow(() ->
            new Misfit(
                path.position(),
                "this host does not filter by %s; it does by %s."
                    .formatted(
                        name,
                        Arrays.stream(Property.values())
                            .map(Property::path)
                            .collect(Collectors.joining(", ")))));
  }

  private void open() throws Misfit {
    Token open = expect(Kind.OPEN, "\"(\"");
    if (++depth > FilterParse.DEPTH_MAX) {
      throw new Misfit(
          open.position(), "parentheses are at most " + FilterParse.DEPTH_MAX + " deep.");
    }
  }

  private void close() throws Misfit {
    expect(Kind.CLOSE, "\")\"");
    depth--;
  }

  private Token next() {
    return tokens.get(at);
  }

  private Token expect(Kind kind, String what) throws Misfit {
    Token token = next();
    if (token.kind() != kind) {
      throw expected(what, token);
    }
    if (kind != Kind.END) {
      at++;
    }
    return token;
  }

  private static Misfit expected(String what, Token found) {
    return new Misfit(found.position(), "%s is expected, not %s.".formatted(what, found.words()));
  }
}
