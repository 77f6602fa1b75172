//! What is shown, without egui.
