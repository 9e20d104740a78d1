//! Bytes as words, to be compared by eye on paper.
//!
//! 256 plain English words, one per byte; the order is fixed for ever, since printed heads are compared with later ones.

/// The first eight bytes as eight words.
pub(crate) fn eight_words(bytes: &[u8]) -> String {
    let words: Vec<&str> = bytes.iter().take(8).map(|&byte| WORDS[usize::from(byte)]).collect();
    words.join(" ")
}

#[rustfmt::skip]
const WORDS: [&str; 256] = [
    "acorn", "actor", "adobe", "agent", "album", "alert", "alloy", "amber",
    "anchor", "angle", "ankle", "apple", "apron", "arbor", "arrow", "atlas",
    "attic", "autumn", "bacon", "badge", "bagel", "bamboo", "banjo", "barley",
    "basil", "basket", "beacon", "berry", "birch", "bishop", "blanket", "blossom",
    "border", "bottle", "branch", "bread", "breeze", "brick", "bridge", "bronze",
    "brush", "bucket", "buffalo", "button", "cabin", "cable", "cactus", "camel",
    "candle", "canoe", "canyon", "carbon", "carpet", "carrot", "castle", "cedar",
    "cello", "chalk", "cherry", "chess", "chimney", "cider", "circle", "citrus",
    "cliff", "clock", "clover", "coast", "cobalt", "coffee", "comet", "copper",
    "coral", "corner", "cotton", "cousin", "cradle", "crane", "crater", "creek",
    "cricket", "crystal", "curtain", "cypress", "dagger", "daisy", "dancer", "denim",
    "desert", "dinner", "diver", "dolphin", "donkey", "dragon", "drawer", "drum",
    "eagle", "easel", "echo", "elbow", "elder", "ember", "engine", "falcon",
    "farmer", "feather", "fence", "fern", "ferry", "fiddle", "field", "finger",
    "flame", "flute", "forest", "fossil", "fountain", "fox", "frost", "galaxy",
    "garden", "garlic", "gate", "geyser", "ginger", "glacier", "globe", "glove",
    "goose", "granite", "grape", "gravel", "guitar", "hammer", "harbor", "harvest",
    "hazel", "helmet", "heron", "hockey", "honey", "horizon", "hotel", "igloo",
    "indigo", "insect", "iris", "island", "ivory", "jacket", "jaguar", "jasmine",
    "jersey", "jewel", "jungle", "juniper", "kayak", "kettle", "kitchen", "kite",
    "ladder", "lagoon", "lantern", "lemon", "library", "lilac", "linen", "lizard",
    "lobster", "locket", "lotus", "magnet", "maple", "marble", "market", "meadow",
    "melon", "mirror", "mitten", "mole", "monkey", "mosaic", "mountain", "muffin",
    "napkin", "needle", "nickel", "north", "nutmeg", "oasis", "ocean", "olive",
    "onion", "opal", "orange", "orchid", "otter", "oyster", "paddle", "palace",
    "panda", "paper", "parrot", "peach", "pebble", "pelican", "pencil", "pepper",
    "piano", "pigeon", "pillow", "pine", "planet", "plum", "pocket", "pony",
    "poppy", "potato", "prairie", "puzzle", "quail", "quartz", "quilt", "rabbit",
    "radar", "raven", "ribbon", "river", "robin", "rocket", "saddle", "salmon",
    "sandal", "satin", "scarf", "shovel", "silver", "spruce", "squash", "stable",
    "summer", "sunset", "tablet", "tango", "temple", "thimble", "thunder", "ticket",
    "tiger", "timber", "tulip", "tunnel", "turtle", "valley", "velvet", "violin",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_word_of_its_own() {
        let mut words = WORDS.to_vec();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), 256);
    }

    #[test]
    fn the_order_never_changes() {
        assert_eq!(
            eight_words(&[0, 1, 2, 127, 128, 253, 254, 255, 9]),
            "acorn actor adobe glove goose valley velvet violin"
        );
    }
}
