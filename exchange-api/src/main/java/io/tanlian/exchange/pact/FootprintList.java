package io.tanlian.exchange.pact;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A page of footprints. */
record FootprintList(
    @ArraySchema(
            schema =
                @Schema(
                    implementation = Object.class,
                    description =
                        "See /schemas/PactProductFootprint/1.json, of version 2"
                            + " /schemas/PactProductFootprintV2/1.json"))
        List<ObjectNode> data) {}
