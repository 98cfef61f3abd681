package io.tanlian.exchange.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.state.StatementTags;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code GET /v1/rule-packs}: the packs the operator put on the ledger. */
@RestController
@Tag(name = "Material")
final class RulePackController {
  private final LedgerMaterial material;
  private final TreeSizes treeSizes;

  RulePackController(LedgerMaterial material, TreeSizes treeSizes) {
    this.material = material;
    this.treeSizes = treeSizes;
  }

  /** Every version of every pack, in the order they were published. */
  @Operation(summary = "Read the rule packs on the ledger")
  @GetMapping(path = "/v1/rule-packs", produces = MediaType.APPLICATION_JSON_VALUE)
  String rulePacks(@RequestParam(required = false) @Nullable Long asOf) {
    ArrayNode packs = JsonNodeFactory.instance.arrayNode();
    published(material.asOf(treeSizes.of(asOf))).forEach(pack -> packs.add(pack.toJson()));
    return packs.toString();
  }

  private static List<RulePack> published(LedgerMaterial.AsOf records) {
    return records.statementsTagged(StatementTags.RULE_PACKS).stream()
        .map(statement -> ((Claim.Published) statement.claim()).publication().pack())
        .toList();
  }

  /** The last published version of each pack. */
  static Collection<RulePack> newest(LedgerMaterial.AsOf records) {
    Map<String, RulePack> newest = new LinkedHashMap<>();
    published(records).forEach(pack -> newest.put(pack.id(), pack));
    return newest.values();
  }
}
