package dev.headroom.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.report.DedicatedRemark;
import dev.headroom.sizing.ams.DedicatedNeed;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.unit.PlainNumber;
import java.io.IOException;
import java.util.OptionalDouble;

/** Writes the object {@code exit} of a pool: what its partitions need without it. */
record ExitJson(JsonGenerator json) {
  void write(ExitPlan plan) throws IOException {
    json.writeObjectFieldStart("exit");
    bytes("dedicatedBytes", plan.dedicated());
    bytes("withFileCacheBytes", plan.withCache());
    bytes("logicalBytes", plan.logical());
    bytes("extraBytes", plan.extra());
    if (plan.ratio().isPresent()) {
      json.writeFieldName("ratio");
      json.writeNumber(PlainNumber.rate(plan.ratio().getAsDouble()));
    }
    json.writeFieldName("margin");
    json.writeNumber(PlainNumber.rate(MemoryBlocks.MARGIN));
    bytes("blockBytes", OptionalDouble.of(MemoryBlocks.SIZE));
    json.writeArrayFieldStart("members");
    for (DedicatedNeed need : plan.needs()) {
      json.writeStartObject();
      json.writeStringField("name", need.name());
      bytes("logicalBytes", need.logical());
      bytes("peakHotBytes", need.peakHot());
      bytes("dedicatedBytes", need.dedicated());
      bytes("withFileCacheBytes", need.withCache());
      if (!DedicatedRemark.of(need).isEmpty()) {
        json.writeStringField("remark", DedicatedRemark.of(need));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void bytes(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, Math.round(value.getAsDouble()));
    }
  }
}
