#pragma once

namespace desk {

class ChatChoices;
class ChatOptionsStore;
class PromptStore;
class SpellChecker;

// What the composer needs beyond the message itself; each may be missing, and then what it gives is not offered.
struct ComposeServices {
    ChatChoices *choices = nullptr;
    ChatOptionsStore *options = nullptr; // together with choices
    PromptStore *prompts = nullptr;
    SpellChecker *spelling = nullptr;
};

} // namespace desk
