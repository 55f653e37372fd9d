package se.dirigent.core.masscasualty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** What may be asked of a casualty. */
public sealed interface CasualtyCommand {
  CasualtyId casualty();

  /**
   * Put a tag on somebody.
   *
   * @param verdict of the sieve, or null when it is yet to be done
   */
  record Register(CasualtyId casualty, RegionCode region, About about, @Nullable Verdict verdict)
      implements CasualtyCommand {}

  /** Sieve or sort it again. */
  record Categorise(CasualtyId casualty, Verdict verdict) implements CasualtyCommand {}

  /** Tell what else is known, all of it anew. */
  record Describe(CasualtyId casualty, About about) implements CasualtyCommand {}

  /** Tell who it is. */
  record Identify(CasualtyId casualty, PatientId patient) implements CasualtyCommand {}

  /**
   * Decide where it goes.
   *
   * @param proposed what was proposed, or empty
   * @param reason required when it goes elsewhere than was proposed, 2–300 characters
   */
  record Send(CasualtyId casualty, String facility, String proposed, String reason)
      implements CasualtyCommand {
    public Send {
      facility = Texts.require("facility", facility, 1, 64);
      proposed = Texts.optional("proposed", proposed, 64);
      boolean deviates = !proposed.isEmpty() && !proposed.equals(facility);
      reason = Texts.optional("reason", reason, 300);
      if (deviates) {
        reason = Texts.require("reason", reason, 2, 300);
      }
    }
  }

  /**
   * It leaves the place.
   *
   * @param vehicle unit or other vehicle, 1–60 characters
   * @param at when; null for now
   */
  record Depart(CasualtyId casualty, String vehicle, @Nullable Instant at)
      implements CasualtyCommand {
    public Depart {
      vehicle = Texts.require("vehicle", vehicle, 1, 60);
    }
  }

  /**
   * It is at a hospital, also one nobody had decided, or without anybody having told that it left.
   */
  record Arrive(CasualtyId casualty, String facility, @Nullable Instant at)
      implements CasualtyCommand {
    public Arrive {
      facility = Texts.require("facility", facility, 1, 64);
    }
  }

  /** It has a bed. */
  record Admit(CasualtyId casualty, String ward) implements CasualtyCommand {
    public Admit {
      ward = Texts.require("ward", ward, 1, 120);
    }
  }

  /** It is let go, or dead and taken care of: nothing more is to come. */
  record Settle(CasualtyId casualty, String reason) implements CasualtyCommand {
    public Settle {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /** It is the same person as another, whose tag is used from now on. */
  record Merge(CasualtyId casualty, CasualtyId into) implements CasualtyCommand {}
}
