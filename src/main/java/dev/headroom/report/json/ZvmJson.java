package dev.headroom.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headroom.report.ZvmFigures;
import dev.headroom.risk.zvm.PageSpaceReason;
import dev.headroom.risk.zvm.ProcessorReason;
import dev.headroom.series.Table;
import dev.headroom.sizing.zvm.GuestProcessors;
import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.sizing.zvm.ProcessorDemand;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.PlainNumber;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Writes what is advised for a z/VM system beside real memory: the objects {@code processors} and
 * {@code pageSpace} of a pool, each only where something of it is known.
 */
final class ZvmJson {
  private final JsonGenerator json;

  ZvmJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ZvmFigures figures) throws IOException {
    if (figures.processors().isPresent()) {
      processors(figures.processors().get());
    }
    if (figures.pageSpace().isPresent()) {
      pageSpace(figures.pageSpace().get());
    }
  }

  private void processors(ProcessorSizing sizing) throws IOException {
    json.writeObjectFieldStart("processors");
    count("ifls", sizing.ifls());
    count("presentIfls", sizing.present());
    demand(sizing.demand());
    json.writeStringField("reason", ProcessorReason.of(sizing));
    json.writeArrayFieldStart("guests");
    for (GuestProcessors guest : sizing.guests()) {
      json.writeStartObject();
      json.writeStringField("name", guest.guest());
      count("virtualProcessors", guest.advised());
      count("presentVirtualProcessors", guest.defined());
      demand(guest.demand());
      json.writeStringField("reason", ProcessorReason.of(guest));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void demand(Optional<ProcessorDemand> demand) throws IOException {
    if (demand.isEmpty()) {
      return;
    }
    json.writeFieldName("peakProcessors");
    json.writeNumber(PlainNumber.rate(demand.get().processors()));
    LocalDateTime time = Table.localTime(demand.get().time().orElse(Double.NaN));
    if (time != null && IsoTime.hasDay(time)) {
      json.writeStringField("peakTime", IsoTime.of(time));
    }
    json.writeNumberField("samples", demand.get().samples());
  }

  private void pageSpace(PageSpaceSizing space) throws IOException {
    json.writeObjectFieldStart("pageSpace");
    bytes("sizeBytes", space.size());
    bytes("inUseBytes", space.inUse());
    bytes("virtualBytes", space.terms().virtual());
    bytes("bareMinimumBytes", space.result().bare());
    bytes("leastBytes", space.result().least());
    bytes("recommendedBytes", space.result().recommended());
    bytes("olderRuleBytes", space.result().older());
    json.writeStringField("reason", PageSpaceReason.of(space));
    json.writeEndObject();
  }

  private void count(String name, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    }
  }

  private void bytes(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, Math.round(value.getAsDouble()));
    }
  }
}
