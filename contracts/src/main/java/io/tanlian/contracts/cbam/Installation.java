package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The installation that makes the goods (annex IV, 1, item 1); null where it was not said.
 *
 * @param name item 1(b)
 * @param contact item 1(c)
 * @param identifier its unique identifier, item 1(d)
 * @param unLocode UN/LOCODE of the place, item 1(e)
 * @param address in English, item 1(f)
 * @param country ISO 3166-1 alpha-2
 * @param coordinates of the main emission source, item 1(g)
 */
public record Installation(
    String name,
    @Nullable String contact,
    @Nullable String identifier,
    @Nullable String unLocode,
    @Nullable String address,
    @Nullable String country,
    @Nullable Coordinates coordinates) {

  static Installation read(Fields in) {
    return new Installation(
        in.text("name"),
        in.textOrNull("contact"),
        in.textOrNull("identifier"),
        in.textOrNull("unLocode"),
        in.textOrNull("address"),
        in.textOrNull("country"),
        in.objectOrNull("coordinates", Coordinates::read));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("name", name)
        .value("contact", contact)
        .value("identifier", identifier)
        .value("unLocode", unLocode)
        .value("address", address)
        .value("country", country)
        .object("coordinates", coordinates == null ? null : coordinates.toJson())
        .toJson();
  }
}
