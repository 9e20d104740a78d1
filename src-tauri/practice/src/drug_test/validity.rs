//! Whether a urine specimen can be what it is said to be: one pure function over whole numbers in small units.
//!
//! Classes and limits are those of 49 CFR 40.88 and 10 CFR 26.161, the verified ones; they bind employment programs and
//! are a model here. Where sources differ, and for temperature and volume, the limit is the practice's policy ([`Limits`]).
//! A strip on site suspects, it does not confirm: a laboratory's own word is another fact.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Specimen;
use crate::kernel::Result;
use crate::practice::policy;

crate::words! {
    /// What the measures say about the specimen.
    pub enum Validity {
        Valid = "valid",
        Dilute = "dilute",
        Substituted = "substituted",
        Invalid = "invalid",
        Adulterated = "adulterated",
        /// Creatinine is low and specific gravity was not measured.
        DilutionNotDetermined = "dilution_not_determined",
        /// Too little was measured to say anything.
        NotDetermined = "not_determined",
    }
}

/// What was measured, in whole numbers. Nothing is assumed of what is absent.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Measures {
    /// Tenths of a degree Fahrenheit.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperature_tenths_f: Option<i64>,
    /// Minutes from the void to the reading of the temperature.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperature_minutes: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume_ml: Option<i64>,
    /// Tenths of mg/dL.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creatinine_tenths: Option<i64>,
    /// Specific gravity times ten thousand: 1.0030 is 10030.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gravity_ten_thousandths: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ph_tenths: Option<i64>,
    /// mcg/mL.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nitrite: Option<i64>,
    /// Whether a strip showed an oxidant.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oxidant: Option<bool>,
}

crate::words! {
    /// One thing that the measures show.
    pub enum Finding {
        PhExtreme = "ph_extreme",
        NitriteHigh = "nitrite_high",
        CreatinineAbsent = "creatinine_absent",
        CreatinineMismatch = "creatinine_mismatch",
        GravityMismatch = "gravity_mismatch",
        PhOdd = "ph_odd",
        NitriteOdd = "nitrite_odd",
        OxidantShown = "oxidant_shown",
        TemperatureOut = "temperature_out",
        Dilute = "dilute",
        GravityMissing = "gravity_missing",
        CreatinineMissing = "creatinine_missing",
        TemperatureLate = "temperature_late",
        TemperatureUntimed = "temperature_untimed",
        VolumeShort = "volume_short",
        NotUrine = "not_urine",
    }
}

/// What the practice decides about a specimen, as it holds on a date.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Minutes within which the temperature counts.
    pub minutes: i64,
    /// Whole degrees Fahrenheit.
    pub coldest_f: i64,
    pub warmest_f: i64,
    pub volume_ml: i64,
    /// Below this pH, in tenths, a specimen is adulterated; the NRC says 3, the HHS 4.
    pub lowest_ph_tenths: i64,
}

impl Limits {
    /// The limits that hold on a date.
    pub fn on(sql: &Connection, on: NaiveDate) -> Result<Self> {
        let whole = |key| policy::whole_on(sql, key, on);
        Ok(Self {
            minutes: whole(policy::TEMPERATURE_MINUTES)?,
            coldest_f: whole(policy::TEMPERATURE_LOW)?,
            warmest_f: whole(policy::TEMPERATURE_HIGH)?,
            volume_ml: whole(policy::LEAST_VOLUME)?,
            lowest_ph_tenths: whole(policy::LOWEST_PH)?,
        })
    }
}

/// "3" or "3.5".
fn tenths(value: i64) -> String {
    let (whole, rest) = (value.div_euclid(10), value.rem_euclid(10));
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") }
}

impl Finding {
    /// What is, then what to do.
    pub fn words(self, limits: &Limits) -> String {
        match self {
            Self::PhExtreme => {
                let low = tenths(limits.lowest_ph_tenths);
                return format!("pH is 11 or more, or below {low}. Send it to the laboratory to confirm.");
            }
            Self::TemperatureOut => {
                return format!(
                    "The temperature is outside {} to {} °F. Collect again at once, observed.",
                    limits.coldest_f, limits.warmest_f
                );
            }
            Self::VolumeShort => return format!("The volume is under {} mL.", limits.volume_ml),
            Self::NitriteHigh => "Nitrite is 500 mcg/mL or more. Send it to the laboratory to confirm.",
            Self::CreatinineAbsent => {
                "Creatinine is below 2 mg/dL and specific gravity is not that of urine. Collect again, observed."
            }
            Self::CreatinineMismatch => {
                "Creatinine is below 2 mg/dL, but specific gravity is in the usual range. Collect again, observed."
            }
            Self::GravityMismatch => {
                "Specific gravity is 1.0010 or less, but creatinine is not. Collect again, observed."
            }
            Self::PhOdd => "pH is outside 4.5 to 9. Collect again.",
            Self::NitriteOdd => "Nitrite is 200 to 499 mcg/mL. Collect again.",
            Self::OxidantShown => "The strip shows an oxidant. Send it to the laboratory, or collect again.",
            Self::Dilute => {
                "Creatinine is 2 to under 20 mg/dL and specific gravity between 1.0010 and 1.0030. Collect again, best early in the morning."
            }
            Self::GravityMissing => {
                "Creatinine is below 20 mg/dL. Measure specific gravity: without it nobody can say whether it is dilute."
            }
            Self::CreatinineMissing => "Measure creatinine; without it nothing can be said about dilution.",
            Self::TemperatureLate => "The temperature was read too late and is not counted.",
            Self::TemperatureUntimed => {
                "Say how many minutes after the void the temperature was read; it is not counted yet."
            }
            Self::NotUrine => "No validity test exists for this kind of specimen.",
        }
        .into()
    }
}

/// The class, and everything that was found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Verdict {
    pub validity: Validity,
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// The findings as sentences.
    pub fn words(&self, limits: &Limits) -> String {
        let words: Vec<String> = self.findings.iter().map(|finding| finding.words(limits)).collect();
        words.join(" ")
    }
}

/// Limits of creatinine in tenths of mg/dL: none at all, and dilute.
const CREATININE_NONE: i64 = 20;
const CREATININE_LOW: i64 = 200;
/// Limits of specific gravity in ten-thousandths: water, dilute, and beyond urine.
const GRAVITY_WATER: i64 = 10_010;
const GRAVITY_DILUTE: i64 = 10_030;
const GRAVITY_BEYOND: i64 = 10_200;

/// Judges a specimen by the limits of its day.
pub fn judge(specimen: Specimen, measures: &Measures, limits: &Limits) -> Verdict {
    if specimen != Specimen::Urine {
        return Verdict { validity: Validity::NotDetermined, findings: vec![Finding::NotUrine] };
    }
    let mut findings = Vec::new();
    let mut found = |finding: Finding, holds: bool| {
        if holds {
            findings.push(finding);
        }
        holds
    };
    let low = limits.lowest_ph_tenths;
    let adulterated = found(Finding::PhExtreme, measures.ph_tenths.is_some_and(|ph| !(low..110).contains(&ph)))
        | found(Finding::NitriteHigh, measures.nitrite.is_some_and(|nitrite| nitrite >= 500));
    let substituted = found(Finding::CreatinineAbsent, absent(measures));
    let invalid = found(Finding::CreatinineMismatch, creatinine_mismatch(measures))
        | found(Finding::GravityMismatch, gravity_mismatch(measures))
        | found(
            Finding::PhOdd,
            measures.ph_tenths.is_some_and(|ph| (low..45).contains(&ph) || (90..110).contains(&ph)),
        )
        | found(Finding::NitriteOdd, measures.nitrite.is_some_and(|nitrite| (200..500).contains(&nitrite)))
        | found(Finding::OxidantShown, measures.oxidant == Some(true))
        | found(Finding::TemperatureOut, temperature_out(measures, limits));
    let dilute = found(Finding::Dilute, is_dilute(measures));
    let open = found(Finding::GravityMissing, gravity_missing(measures));
    let unmeasured = found(Finding::CreatinineMissing, measures.creatinine_tenths.is_none());
    found(Finding::TemperatureLate, temperature_late(measures, limits));
    found(
        Finding::TemperatureUntimed,
        measures.temperature_tenths_f.is_some() && measures.temperature_minutes.is_none(),
    );
    found(Finding::VolumeShort, measures.volume_ml.is_some_and(|volume| volume < limits.volume_ml));
    let validity = match () {
        () if adulterated => Validity::Adulterated,
        () if substituted => Validity::Substituted,
        () if invalid => Validity::Invalid,
        () if dilute => Validity::Dilute,
        () if open => Validity::DilutionNotDetermined,
        () if unmeasured => Validity::NotDetermined,
        () => Validity::Valid,
    };
    Verdict { validity, findings }
}

fn both(measures: &Measures) -> Option<(i64, i64)> {
    Some((measures.creatinine_tenths?, measures.gravity_ten_thousandths?))
}

fn absent(measures: &Measures) -> bool {
    both(measures).is_some_and(|(creatinine, gravity)| {
        creatinine < CREATININE_NONE && !(GRAVITY_WATER + 1..GRAVITY_BEYOND).contains(&gravity)
    })
}

fn creatinine_mismatch(measures: &Measures) -> bool {
    both(measures).is_some_and(|(creatinine, gravity)| {
        creatinine < CREATININE_NONE && (GRAVITY_WATER + 1..GRAVITY_BEYOND).contains(&gravity)
    })
}

fn gravity_mismatch(measures: &Measures) -> bool {
    both(measures).is_some_and(|(creatinine, gravity)| creatinine >= CREATININE_NONE && gravity <= GRAVITY_WATER)
}

fn is_dilute(measures: &Measures) -> bool {
    both(measures).is_some_and(|(creatinine, gravity)| {
        (CREATININE_NONE..CREATININE_LOW).contains(&creatinine)
            && (GRAVITY_WATER + 1..GRAVITY_DILUTE).contains(&gravity)
    })
}

fn gravity_missing(measures: &Measures) -> bool {
    measures.gravity_ten_thousandths.is_none()
        && measures.creatinine_tenths.is_some_and(|creatinine| creatinine < CREATININE_LOW)
}

fn temperature_late(measures: &Measures, limits: &Limits) -> bool {
    measures.temperature_tenths_f.is_some()
        && measures.temperature_minutes.is_some_and(|minutes| minutes > limits.minutes)
}

fn temperature_out(measures: &Measures, limits: &Limits) -> bool {
    let in_time = measures.temperature_minutes.is_some_and(|minutes| minutes <= limits.minutes);
    let range = limits.coldest_f * 10..=limits.warmest_f * 10;
    in_time && measures.temperature_tenths_f.is_some_and(|temperature| !range.contains(&temperature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The values of 49 CFR 40.65, and the pH limit of 10 CFR 26.161.
    const DOT: Limits = Limits { minutes: 4, coldest_f: 90, warmest_f: 100, volume_ml: 45, lowest_ph_tenths: 30 };

    fn strip(creatinine: Option<i64>, gravity: Option<i64>) -> Measures {
        Measures { creatinine_tenths: creatinine, gravity_ten_thousandths: gravity, ..Measures::default() }
    }

    fn check(measures: Measures, expected: Validity) {
        let verdict = judge(Specimen::Urine, &measures, &DOT);
        assert_eq!(verdict.validity, expected, "{measures:?}: {:?}", verdict.findings);
    }

    #[test]
    fn creatinine_and_specific_gravity_class_the_specimen() {
        for (creatinine, gravity, expected) in [
            (Some(15), Some(10_005), Validity::Substituted),
            (Some(15), Some(10_205), Validity::Substituted),
            (Some(19), Some(10_010), Validity::Substituted),
            (Some(19), Some(10_200), Validity::Substituted),
            (Some(15), Some(10_100), Validity::Invalid),
            (Some(19), Some(10_011), Validity::Invalid),
            (Some(19), Some(10_199), Validity::Invalid),
            (Some(50), Some(10_010), Validity::Invalid),
            (Some(800), Some(10_010), Validity::Invalid),
            (Some(150), Some(10_020), Validity::Dilute),
            (Some(20), Some(10_011), Validity::Dilute),
            (Some(199), Some(10_029), Validity::Dilute),
            (Some(150), Some(10_030), Validity::Valid),
            (Some(20), Some(10_250), Validity::Valid),
            (Some(200), Some(10_020), Validity::Valid),
            (Some(800), Some(10_150), Validity::Valid),
            (Some(200), None, Validity::Valid),
            (Some(199), None, Validity::DilutionNotDetermined),
            (Some(0), None, Validity::DilutionNotDetermined),
            (None, Some(10_150), Validity::NotDetermined),
            (None, Some(10_000), Validity::NotDetermined),
            (None, None, Validity::NotDetermined),
        ] {
            check(strip(creatinine, gravity), expected);
        }
    }

    /// Every vector of the reference, as the file has it.
    #[test]
    fn the_vectors_of_the_reference_hold() {
        let book: serde_json::Value =
            serde_json::from_str(include_str!("../../../../assets/reference/drug_panels.json")).unwrap_or_default();
        let vectors = book["validity_test_vectors"].as_array().cloned().unwrap_or_default();
        assert_eq!(vectors.len(), 10);
        for vector in &vectors {
            let scaled = |field: &str, by: f64| vector[field].as_f64().map(|value| (value * by).round() as i64);
            let expected = match vector["expect"].as_str() {
                Some("acceptable") => Some(Validity::Valid),
                word => word.and_then(Validity::from_word),
            };
            assert!(expected.is_some(), "{vector}");
            let verdict = judge(Specimen::Urine, &strip(scaled("creatinine", 10.0), scaled("sg", 10_000.0)), &DOT);
            assert_eq!(Some(verdict.validity), expected, "{vector}");
        }
    }

    /// At and beside every threshold of two measures at once: a specimen is what the first rule that holds says.
    #[test]
    fn each_side_of_each_threshold() {
        use Validity as V;
        for (creatinine, gravities) in [
            (0, [V::Substituted, V::Invalid, V::Invalid, V::Invalid, V::Invalid, V::Substituted, V::Substituted]),
            (19, [V::Substituted, V::Invalid, V::Invalid, V::Invalid, V::Invalid, V::Substituted, V::Substituted]),
            (20, [V::Invalid, V::Dilute, V::Dilute, V::Valid, V::Valid, V::Valid, V::Valid]),
            (21, [V::Invalid, V::Dilute, V::Dilute, V::Valid, V::Valid, V::Valid, V::Valid]),
            (199, [V::Invalid, V::Dilute, V::Dilute, V::Valid, V::Valid, V::Valid, V::Valid]),
            (200, [V::Invalid, V::Valid, V::Valid, V::Valid, V::Valid, V::Valid, V::Valid]),
            (201, [V::Invalid, V::Valid, V::Valid, V::Valid, V::Valid, V::Valid, V::Valid]),
        ] {
            for (gravity, expected) in
                [10_010, 10_011, 10_029, 10_030, 10_199, 10_200, 10_201].into_iter().zip(gravities)
            {
                check(strip(Some(creatinine), Some(gravity)), expected);
            }
        }
    }

    #[test]
    fn acid_nitrite_and_oxidant_come_before_dilution() {
        let dilute = strip(Some(150), Some(10_020));
        for (ph, nitrite, oxidant, expected) in [
            (Some(29), None, None, Validity::Adulterated),
            (Some(30), None, None, Validity::Invalid),
            (Some(44), None, None, Validity::Invalid),
            (Some(45), None, None, Validity::Dilute),
            (Some(89), None, None, Validity::Dilute),
            (Some(90), None, None, Validity::Invalid),
            (Some(109), None, None, Validity::Invalid),
            (Some(110), None, None, Validity::Adulterated),
            (Some(31), None, None, Validity::Invalid),
            (Some(46), None, None, Validity::Dilute),
            (Some(91), None, None, Validity::Invalid),
            (Some(111), None, None, Validity::Adulterated),
            (None, Some(198), None, Validity::Dilute),
            (None, Some(201), None, Validity::Invalid),
            (None, Some(501), None, Validity::Adulterated),
            (None, Some(199), None, Validity::Dilute),
            (None, Some(200), None, Validity::Invalid),
            (None, Some(499), None, Validity::Invalid),
            (None, Some(500), None, Validity::Adulterated),
            (None, None, Some(true), Validity::Invalid),
            (None, None, Some(false), Validity::Dilute),
            (Some(95), Some(500), Some(true), Validity::Adulterated),
        ] {
            check(Measures { ph_tenths: ph, nitrite, oxidant, ..dilute }, expected);
        }
        check(Measures { ph_tenths: Some(110), ..strip(Some(15), Some(10_005)) }, Validity::Adulterated);
        check(Measures { ph_tenths: Some(95), ..strip(Some(15), Some(10_005)) }, Validity::Substituted);
    }

    #[test]
    fn a_temperature_counts_only_when_read_in_time() {
        for (temperature, minutes, expected, finding) in [
            (940, Some(3), Validity::Valid, None),
            (900, Some(4), Validity::Valid, None),
            (1000, Some(4), Validity::Valid, None),
            (899, Some(4), Validity::Invalid, Some(Finding::TemperatureOut)),
            (1001, Some(0), Validity::Invalid, Some(Finding::TemperatureOut)),
            (700, Some(5), Validity::Valid, Some(Finding::TemperatureLate)),
            (700, None, Validity::Valid, Some(Finding::TemperatureUntimed)),
        ] {
            let measures = Measures {
                temperature_tenths_f: Some(temperature),
                temperature_minutes: minutes,
                ..strip(Some(620), Some(10_142))
            };
            let verdict = judge(Specimen::Urine, &measures, &DOT);
            assert_eq!((verdict.validity, verdict.findings.first().copied()), (expected, finding), "{temperature}");
        }
    }

    #[test]
    fn the_low_limit_of_ph_is_the_practices_own() {
        let hhs = Limits { lowest_ph_tenths: 40, ..DOT };
        for (ph, nrc, by_hhs) in [
            (29, Validity::Adulterated, Validity::Adulterated),
            (30, Validity::Invalid, Validity::Adulterated),
            (39, Validity::Invalid, Validity::Adulterated),
            (40, Validity::Invalid, Validity::Invalid),
            (44, Validity::Invalid, Validity::Invalid),
            (45, Validity::Valid, Validity::Valid),
            (89, Validity::Valid, Validity::Valid),
            (90, Validity::Invalid, Validity::Invalid),
            (109, Validity::Invalid, Validity::Invalid),
            (110, Validity::Adulterated, Validity::Adulterated),
        ] {
            let measures = Measures { ph_tenths: Some(ph), ..strip(Some(620), Some(10_142)) };
            assert_eq!(judge(Specimen::Urine, &measures, &DOT).validity, nrc, "{ph}");
            assert_eq!(judge(Specimen::Urine, &measures, &hhs).validity, by_hhs, "{ph}");
        }
        assert!(Finding::PhExtreme.words(&hhs).contains("below 4."));
        assert!(Finding::PhExtreme.words(&Limits { lowest_ph_tenths: 35, ..DOT }).contains("below 3.5."));
    }

    #[test]
    fn temperature_and_volume_are_judged_by_the_practices_limits() {
        let own = Limits { coldest_f: 92, warmest_f: 99, volume_ml: 30, ..DOT };
        for (temperature, by_dot, by_own) in [
            (899, true, true),
            (900, false, true),
            (919, false, true),
            (920, false, false),
            (990, false, false),
            (991, false, true),
            (1000, false, true),
            (1001, true, true),
        ] {
            let measures = Measures {
                temperature_tenths_f: Some(temperature),
                temperature_minutes: Some(2),
                ..strip(Some(620), None)
            };
            let out = |limits: &Limits| {
                judge(Specimen::Urine, &measures, limits).findings.contains(&Finding::TemperatureOut)
            };
            assert_eq!((out(&DOT), out(&own)), (by_dot, by_own), "{temperature}");
        }
        for (volume, by_dot, by_own) in [(29, true, true), (30, true, false), (44, true, false), (45, false, false)] {
            let measures = Measures { volume_ml: Some(volume), ..strip(Some(620), None) };
            let short =
                |limits: &Limits| judge(Specimen::Urine, &measures, limits).findings.contains(&Finding::VolumeShort);
            assert_eq!((short(&DOT), short(&own)), (by_dot, by_own), "{volume}");
        }
    }

    #[test]
    fn only_urine_is_judged() {
        for specimen in Specimen::ALL.iter().filter(|specimen| **specimen != Specimen::Urine) {
            let verdict = judge(*specimen, &strip(Some(15), Some(10_005)), &DOT);
            assert_eq!(verdict.validity, Validity::NotDetermined, "{specimen:?}");
        }
    }

    fn any_measures() -> impl Strategy<Value = Measures> {
        use proptest::option::of;
        (
            (of(0..2_000i64), of(0..30i64), of(0..200i64)),
            of(0..4_000i64),
            of(10_000..10_400i64),
            of(0..140i64),
            of(0..1_000i64),
            of(any::<bool>()),
        )
            .prop_map(|((temperature, minutes, volume), creatinine, gravity, ph, nitrite, oxidant)| {
                Measures {
                    temperature_tenths_f: temperature,
                    temperature_minutes: minutes,
                    volume_ml: volume,
                    creatinine_tenths: creatinine,
                    gravity_ten_thousandths: gravity,
                    ph_tenths: ph,
                    nitrite,
                    oxidant,
                }
            })
    }

    /// How grave a class is; the order of evaluation of the rules.
    fn grave(validity: Validity) -> u8 {
        match validity {
            Validity::Adulterated => 4,
            Validity::Substituted => 3,
            Validity::Invalid => 2,
            Validity::Dilute => 1,
            Validity::DilutionNotDetermined | Validity::NotDetermined | Validity::Valid => 0,
        }
    }

    proptest! {
        #[test]
        fn every_specimen_has_a_class_and_a_reason(measures in any_measures()) {
            let verdict = judge(Specimen::Urine, &measures, &DOT);
            prop_assert_eq!(verdict.words(&DOT).is_empty(), verdict.findings.is_empty());
            if verdict.validity != Validity::Valid {
                prop_assert!(!verdict.findings.is_empty());
            }
            // Valid is never said without creatinine, nor without specific gravity when creatinine is low.
            if verdict.validity == Validity::Valid {
                let low = measures.creatinine_tenths.is_none_or(|creatinine| creatinine < 200);
                prop_assert!(!low || measures.gravity_ten_thousandths.is_some_and(|gravity| gravity >= 10_030));
            }
        }

        #[test]
        fn the_classes_of_creatinine_and_gravity_match_the_regulation(creatinine in 0..4_000i64, gravity in 10_000..10_400i64) {
            let verdict = judge(Specimen::Urine, &strip(Some(creatinine), Some(gravity)), &DOT);
            let (mg, sg) = (creatinine as f64 / 10.0, gravity as f64 / 10_000.0);
            let expected = if mg < 2.0 && (sg <= 1.0010 || sg >= 1.0200) {
                Validity::Substituted
            } else if mg < 2.0 || sg <= 1.0010 {
                Validity::Invalid
            } else if mg < 20.0 && sg < 1.0030 {
                Validity::Dilute
            } else {
                Validity::Valid
            };
            prop_assert_eq!(verdict.validity, expected);
        }

        #[test]
        fn more_nitrite_is_never_less_grave(measures in any_measures(), more in 0..1_000i64) {
            let raised = Measures { nitrite: Some(measures.nitrite.unwrap_or(0) + more), ..measures };
            prop_assert!(grave(judge(Specimen::Urine, &raised, &DOT).validity) >= grave(judge(Specimen::Urine, &measures, &DOT).validity));
        }

        #[test]
        fn at_the_usual_gravity_more_creatinine_is_never_graver(
            measures in any_measures(), gravity in 10_030..10_200i64, creatinine in 0..4_000i64, more in 0..4_000i64,
        ) {
            let with = |creatinine| Measures { creatinine_tenths: Some(creatinine), gravity_ten_thousandths: Some(gravity), ..measures };
            let (less, more) = (judge(Specimen::Urine, &with(creatinine), &DOT), judge(Specimen::Urine, &with(creatinine + more), &DOT));
            prop_assert!(grave(more.validity) <= grave(less.validity));
        }

        #[test]
        fn measuring_gravity_always_settles_dilution(creatinine in 0..200i64, gravity in 10_000..10_400i64) {
            prop_assert_eq!(judge(Specimen::Urine, &strip(Some(creatinine), None), &DOT).validity, Validity::DilutionNotDetermined);
            prop_assert_ne!(judge(Specimen::Urine, &strip(Some(creatinine), Some(gravity)), &DOT).validity, Validity::DilutionNotDetermined);
        }

        #[test]
        fn a_looser_policy_never_uncounts_a_temperature(measures in any_measures(), minutes in 1..30i64, more in 0..30i64) {
            let strict = judge(Specimen::Urine, &measures, &Limits { minutes, ..DOT }).findings.contains(&Finding::TemperatureOut);
            let loose = judge(Specimen::Urine, &measures, &Limits { minutes: minutes + more, ..DOT }).findings.contains(&Finding::TemperatureOut);
            prop_assert!(!strict || loose);
        }
    }
}
