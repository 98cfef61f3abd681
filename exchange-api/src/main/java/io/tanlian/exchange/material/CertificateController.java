package io.tanlian.exchange.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.exchange.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/certificates}: the energy certificates a participant holds. */
@RestController
@Tag(name = "Energy")
final class CertificateController {
  private final LedgerEnergy energy;
  private final TreeSizes treeSizes;

  CertificateController(LedgerEnergy energy, TreeSizes treeSizes) {
    this.energy = energy;
    this.treeSizes = treeSizes;
  }

  /** Those that were recorded for the caller or handed over to it, used up or not. */
  @Operation(summary = "Read the energy certificates you hold, and what is left of them")
  @GetMapping("/v1/certificates")
  List<HeldCertificateView> certificates(
      @AuthenticationPrincipal Caller caller, @RequestParam(required = false) @Nullable Long asOf) {
    return energy.heldBy(caller.participant(), treeSizes.of(asOf)).stream()
        .map(HeldCertificateView::of)
        .toList();
  }
}
