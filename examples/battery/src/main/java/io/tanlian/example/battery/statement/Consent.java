package io.tanlian.example.battery.statement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.chain.Facts;
import io.tanlian.example.battery.chain.Flow;
import io.tanlian.example.battery.chain.Product;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may see what: a direct customer the figures of what it buys, and no more; the lead firm and
 * the auditor everything that a roll-up needs.
 */
public record Consent(Company owner, Company recipient, Grant grant) {
  private static final int VALID_YEARS = 3;

  /** All consents of a chain, those of one owner together. */
  static List<Consent> of(Chain chain) {
    Map<Company, Map<Company, Set<ProductId>>> customers = customers(chain);
    Set<Company> owners = new LinkedHashSet<>();
    chain.products().forEach(product -> owners.add(product.maker()));
    List<Consent> consents = new ArrayList<>();
    for (Company owner : owners) {
      customers
          .getOrDefault(owner, Map.of())
          .forEach((customer, bought) ->
              consents.add(figuresOnly(owner, customer, List.copyOf(bought), chain)));
      for (Company recipient : chain.companies()) {
        if (recipient.role().equals("leadFirm")) {
          consents.add(everything(owner, recipient, "Supply-chain footprint of its cars", chain));
        }
        if (recipient.role().equals("auditor")) {
          consents.add(everything(owner, recipient, "Audit of the ledger and its figures", chain));
        }
      }
    }
    return List.copyOf(consents);
  }

  private static Map<Company, Map<Company, Set<ProductId>>> customers(Chain chain) {
    record Sale(Product product, Company customer) {}
    return chain.products().stream()
        .flatMap(made ->
            chain.facts(made).making() instanceof Facts.Itemised itemised
                ? itemised.inputs().stream()
                    .filter(flow -> flow instanceof Flow.OfProduct)
                    .map(flow -> new Sale(((Flow.OfProduct) flow).product(), made.maker()))
                : Stream.empty())
        .filter(sale -> !sale.product().maker().equals(sale.customer()))
        .collect(
            groupingBy(
                sale -> sale.product().maker(),
                LinkedHashMap::new,
                groupingBy(
                    Sale::customer,
                    LinkedHashMap::new,
                    mapping(sale -> sale.product().id(), toCollection(LinkedHashSet::new)))));
  }

  private static Consent figuresOnly(
      Company owner, Company customer, List<ProductId> bought, Chain chain) {
    return consent(
        owner,
        customer,
        new GrantScope.Products(bought),
        EnumSet.of(GrantedPart.FIGURES),
        "Footprint of the customer's own products",
        chain);
  }

  private static Consent everything(Company owner, Company recipient, String purpose, Chain chain) {
    return consent(
        owner,
        recipient,
        new GrantScope.AllProducts(),
        EnumSet.allOf(GrantedPart.class),
        purpose,
        chain);
  }

  private static Consent consent(
      Company owner,
      Company recipient,
      GrantScope scope,
      Set<GrantedPart> parts,
      String purpose,
      Chain chain) {
    return new Consent(
        owner,
        recipient,
        new Grant(
            recipient.id(),
            scope,
            parts,
            purpose,
            chain
                .referencePeriodEnd()
                .atOffset(ZoneOffset.UTC)
                .plusYears(VALID_YEARS)
                .toInstant()));
  }
}
